package io.github.reelay.contracttools.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The client that the mutants are measured against is the one that is shipped. */
class ClientFactoryTest {
  static final List<String> PROVIDERS = TestProviders.names();

  @ParameterizedTest
  @FieldSource("PROVIDERS")
  void generatesWhatTheBuildGenerates(String provider) throws IOException {
    Path built =
        Root.path(
            "generated-clients/" + provider + "/target/generated-sources/openapi/src/main/java");
    Map<String, String> expected = new TreeMap<>();
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.filter(ClientFactoryTest::isGenerated).toList()) {
        expected.put(built.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }

    assertThat(new ClientGenerator(ClientSettings.of(provider)).generate(Spec.of(provider)))
        .isEqualTo(expected);
  }

  /** Maven adds the descriptor of the module. */
  private static boolean isGenerated(Path file) {
    return Files.isRegularFile(file) && !file.endsWith("module-info.java");
  }

  @Test
  void refusesASettingThatItDoesNotHandOn() {
    ClientSettings unknown = new ClientSettings(Map.of("skipValidateSpec", "true"), Map.of());

    assertThatThrownBy(() -> new ClientGenerator(unknown).generate(Spec.of("toapis")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a setting that ClientGenerator hands on, found skipValidateSpec=true in"
                + " generated-clients/pom.xml; teach it that setting");
  }
}
