package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a program can call is what contract-tests/api lists, one file for each module with types.
 */
class ApiTest {
  private static final Path FILES = Root.path("contract-tests/api");

  /** The command is a program, and the evolution gate compares the generated clients. */
  static Stream<String> modules() {
    return Modules.PUBLISHED.stream()
        .filter(folder -> !folder.equals("cli"))
        .filter(folder -> !folder.matches("generated-clients/(?!runtime).*"))
        .filter(folder -> ApiSignatures.types(folder).findAny().isPresent());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void isTheCommittedOne(String folder) throws IOException {
    Path file = FILES.resolve(Modules.artifact(folder) + ".txt");
    List<String> found = ApiSignatures.of(folder);
    if (Boolean.getBoolean("api.rewrite")) {
      Files.write(file, found);
      throw new AssertionError("wrote " + file + "; look at the difference and run without it");
    }
    assertThat(ApiSignatures.changes(Files.readAllLines(file), found))
        .as("changes of %s; if they are meant, rewrite it by -Dapi.rewrite=true", file)
        .isEmpty();
  }

  @Test
  void eachFileIsThatOfAModule() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              modules().map(folder -> Modules.artifact(folder) + ".txt").toList());
    }
  }

  @Test
  void aChangeIsNamedWithItsType() {
    List<String> before = List.of("class A", "  int one()", "class B", "  int two()");
    List<String> now = List.of("class A", "  long one()", "class B", "  int two()", "class C");

    assertThat(ApiSignatures.changes(before, now))
        .containsExactly("- class A: int one()", "+ class A: long one()", "+ class C");
    assertThat(ApiSignatures.changes(now, now)).isEmpty();
  }

  @Test
  void aFailureOfJavapIsShown() {
    assertThatThrownBy(() -> ApiSignatures.of("no-module"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "expected javap to print the types of no-module, found status [1-9]\\d*: \\S[\\s\\S]*");
  }
}
