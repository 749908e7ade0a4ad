package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hand-written code stays small enough to be read. */
class SourceSizeTest {
  private static final List<SourceFile> MAIN =
      SourceFile.of(
          Modules.FOLDERS.stream()
              .flatMap(module -> Modules.sources(module, "main").stream())
              .toList());

  @Test
  void noFileHasMoreThan300LinesCommentsIncluded() {
    Stream<String> tested =
        Stream.concat(
            Modules.FOLDERS.stream(),
            Stream.of("contract-tests", "fuzz-tests", "integration-tests", "browser-tests"));
    Stream<Path> tests = tested.flatMap(module -> Modules.sources(module, "test").stream());

    assertThat(MAIN).hasSizeGreaterThan(100);
    assertThat(Stream.concat(MAIN.stream().map(SourceFile::file), tests))
        .allSatisfy(
            file -> assertThat(Modules.read(file).lines().count()).isLessThanOrEqualTo(300));
  }

  /** A POM is read from top to bottom. */
  @Test
  void noPomHasMoreThan350Lines() {
    assertPoms(Modules.FOLDERS.stream(), 350);
    assertPoms(
        Stream.of(
            "generated-clients",
            "bom",
            "contract-tests",
            "fuzz-tests",
            "integration-tests",
            "browser-tests",
            "benchmarks"),
        350);
  }

  @Test
  void noPomThatAllInheritHasMoreThan300Lines() {
    assertPoms(Stream.of(".", "build-parent", "release"), 300);
  }

  private static void assertPoms(Stream<String> folders, long most) {
    assertThat(folders)
        .allSatisfy(
            folder ->
                assertThat(Modules.read(Root.path(folder + "/pom.xml")).lines().count())
                    .as("lines of %s/pom.xml", folder)
                    .isLessThanOrEqualTo(most));
  }

  @Test
  void halfOfTheFilesHaveFewerThan60Lines() {
    assertThat(share(MAIN.stream().map(SourceFile::lines).toList(), 59))
        .isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void nearlyAllFilesHaveAtMost200Lines() {
    assertThat(share(MAIN.stream().map(SourceFile::lines).toList(), 200))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void nearlyAllMethodsFitIntoTwentyLinesAndNoneNeedsMoreThanForty() {
    List<Integer> lengths =
        MAIN.stream().map(SourceFile::methods).flatMap(Collection::stream).toList();

    assertThat(lengths).hasSizeGreaterThan(500);
    assertThat(share(lengths, 20)).isGreaterThanOrEqualTo(0.9);
    assertThat(MAIN)
        .allSatisfy(
            file ->
                assertThat(file.methods()).as("%s", file.file()).allMatch(length -> length <= 40));
  }

  @Test
  void everyPackageIsMarkedNullSafe() {
    Set<Path> packages =
        MAIN.stream().map(file -> file.file().getParent()).collect(Collectors.toSet());

    assertThat(packages)
        .allSatisfy(
            folder -> {
              Path info = folder.resolve("package-info.java");
              assertThat(Files.exists(info)).as("%s", info).isTrue();
              assertThat(Modules.read(info)).startsWith("/**").contains("\n@NullMarked\n");
            });
  }

  @Test
  void theMeasureCountsCodeAndMethods() {
    List<Path> sample =
        Modules.sources("contract-tests", "test").stream()
            .filter(file -> file.endsWith("structure/Sample.java"))
            .toList();
    SourceFile self = SourceFile.of(sample).get(0);

    assertThat(self.lines()).isEqualTo(11);
    assertThat(self.methods()).containsExactly(3, 5);
  }

  private static double share(List<Integer> sizes, int limit) {
    return (double) sizes.stream().filter(size -> size <= limit).count() / sizes.size();
  }
}
