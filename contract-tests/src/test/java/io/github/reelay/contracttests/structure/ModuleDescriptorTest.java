package io.github.reelay.contracttests.structure;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program on the module path finds of each published module what it needs, and no internals. */
class ModuleDescriptorTest {
  /** Modules with an automatic name, and why; docs/modules.md has the same reasons. */
  private static final Map<String, String> AUTOMATIC =
      Map.of(
          "client-generator", "openapi-generator has no module name",
          "contract-kit", "tests run on the class path, and two of its libraries have no name",
          "micrometer", "micrometer has automatic names only",
          "spring-boot-autoconfigure", "Spring Boot has automatic names only",
          "spring-boot-starter", "it has no class");

  /** Programs, whose packages are of no use to others. */
  private static final Set<String> PROGRAMS = Set.of("cli");

  @Test
  void everyPublishedModuleDescribesItselfOrSaysWhyNot() {
    Stream<String> automatic =
        Modules.PUBLISHED.stream().filter(folder -> !Files.exists(source(folder)));

    assertThat(automatic).containsExactlyInAnyOrderElementsOf(AUTOMATIC.keySet());
  }

  @ParameterizedTest
  @MethodSource("described")
  void theNameIsThatOfThePom(String folder) {
    assertThat(pom(folder))
        .contains("<reelay.module>" + module(folder).name() + "</reelay.module>");
  }

  @ParameterizedTest
  @MethodSource("described")
  void thePageNamesIt(String folder) {
    String name = module(folder).name();
    boolean client = name.startsWith("io.github.reelay.client.");

    assertThat(Modules.read(Root.path("docs/modules.md")))
        .contains(client ? "`io.github.reelay.client.toapis` and so on" : "`" + name + "`");
  }

  @ParameterizedTest
  @MethodSource("described")
  void exportsEveryPackageThatIsNotInternal(String folder) {
    Set<String> expected =
        Modules.classes().stream()
            .filter(type -> Modules.of(type).equals(folder))
            .filter(PublicApi::isPublic)
            .map(JavaClass::getPackageName)
            .filter(name -> !name.contains(".internal"))
            .filter(name -> !PROGRAMS.contains(folder))
            .collect(toCollection(TreeSet::new));

    assertThat(module(folder).exports()).isEqualTo(expected);
    assertThat(module(folder).qualified()).allMatch(name -> name.contains(".internal"));
  }

  @ParameterizedTest
  @MethodSource("described")
  void providesOnTheModulePathWhatItProvidesOnTheClassPath(String folder) throws IOException {
    assertThat(module(folder).provides()).isEqualTo(services(folder));
  }

  @Test
  void theNormalizerProvidesItsDialects() {
    assertThat(module("normalizer").provides())
        .hasEntrySatisfying(
            "io.github.reelay.dialect.Dialect",
            dialects ->
                assertThat(dialects).contains("io.github.reelay.provider.toapis.ToapisDialect"));
  }

  static Stream<String> described() {
    return Modules.PUBLISHED.stream().filter(folder -> !AUTOMATIC.containsKey(folder));
  }

  private static ModuleSource module(String folder) {
    return ModuleSource.parse(Modules.read(source(folder)));
  }

  /** Written by hand, or filled in by the build for a client. */
  private static Path source(String folder) {
    Path written = Root.path(folder).resolve("src/main/java/module-info.java");
    Path filled =
        Root.path(folder)
            .resolve("target/generated-sources/openapi/src/main/java/module-info.java");
    return Files.exists(written) ? written : filled;
  }

  private static SortedMap<String, List<String>> services(String folder) throws IOException {
    SortedMap<String, List<String>> services = new TreeMap<>();
    Path files = Root.path(folder).resolve("target/classes/META-INF/services");
    if (Files.isDirectory(files)) {
      try (Stream<Path> each = Files.list(files)) {
        each.forEach(
            file ->
                services.put(file.getFileName().toString(), Modules.read(file).lines().toList()));
      }
    }
    return services;
  }

  private static String pom(String folder) {
    return Modules.read(Root.path(folder + "/pom.xml"));
  }
}
