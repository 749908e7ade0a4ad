package io.github.reelay.contracttests.structure;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.reelay.contracttests.structure.RunTimeLibraries.Library;
import io.github.reelay.contracttools.spec.Root;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/dependencies.md lists what the published modules bring, and they bring little. */
class DependenciesPageTest {
  private static final long LIMIT = 4_000_000;

  /** Name, version, size, and then licence, reason and alternatives, none of them empty. */
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\| (\\S+) \\| (\\d+) \\|( [^|]*[^| ] \\|){3}$");

  /** All libraries of a group, such as those of a framework, in one row. */
  private static final Pattern GROUP = Pattern.compile("(?m)^\\| `([\\w.-]+:)\\*` \\|");

  private static final Pattern NAME = Pattern.compile("`([\\w.-]+:[\\w.-]+)`");

  /** A dependency of a POM that a program need not have. */
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "<groupId>(\\S+)</groupId>\\s+<artifactId>(\\S+)</artifactId>"
              + "(?:\\s+<(?:version|scope)>\\S+)*\\s+<optional>true");

  private static final Pattern FRAMEWORK =
      Pattern.compile(
          "io\\.micrometer|org\\.springframework|io\\.github\\.reelay:reelay-(spring|micrometer)");

  private static final String PAGE = Modules.read(Root.path("docs/dependencies.md"));

  @Test
  void listsEveryLibraryWithItsVersionAndSize() {
    SortedSet<String> brought =
        Modules.PUBLISHED.stream()
            .flatMap(folder -> RunTimeLibraries.of(folder).stream())
            .filter(library -> !library.isOurs() && !isInGroup(library))
            .map(DependenciesPageTest::row)
            .collect(toCollection(TreeSet::new));
    List<String> listed =
        ROW.matcher(PAGE)
            .results()
            .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3) + " kB")
            .toList();

    assertThat(listed).containsExactlyInAnyOrderElementsOf(brought);
  }

  @Test
  void everyRowOfAGroupIsOfSomethingThatIsBrought() {
    assertThat(GROUP.matcher(PAGE).results().map(row -> row.group(1)))
        .isNotEmpty()
        .allSatisfy(
            group ->
                assertThat(Modules.PUBLISHED.stream().flatMap(RunTimeLibraries::names))
                    .anyMatch(name -> name.startsWith(group)));
  }

  /** What a module names as optional stands in the table of what a program brings itself. */
  @Test
  void listsEveryOptionalLibrary() {
    String table =
        PAGE.substring(PAGE.indexOf("## Optional libraries"), PAGE.indexOf("## Newer versions"));
    Stream<String> listed = NAME.matcher(table).results().map(name -> name.group(1));
    Set<String> optional =
        Modules.PUBLISHED.stream()
            .map(folder -> Modules.read(Root.path(folder + "/pom.xml")))
            .flatMap(pom -> OPTIONAL.matcher(pom).results())
            .map(dependency -> dependency.group(1) + ":" + dependency.group(2))
            .filter(name -> !name.startsWith("io.github.reelay:"))
            .collect(toSet());

    assertThat(listed).containsExactlyInAnyOrderElementsOf(optional);
  }

  @ParameterizedTest
  @ValueSource(strings = {"normalizer", "watcher"})
  void theLibraryStaysSmall(String folder) {
    Stream<Library> libraries = RunTimeLibraries.of(folder).stream();
    long bytes = RunTimeLibraries.ownJar(folder) + libraries.mapToLong(Library::bytes).sum();

    assertThat(bytes).isBetween(1_000_000L, LIMIT);
    assertThat(bytes / 1e6).isCloseTo(size(folder), within(0.15));
  }

  /** Drivers, pools and databases are optional. */
  @Test
  void aClusterBringsLessThanAMegabyteMore() {
    List<String> ofTheWatcher = RunTimeLibraries.names("watcher").toList();
    long bytes =
        RunTimeLibraries.of("cluster").stream()
            .filter(library -> !library.isOurs() && !ofTheWatcher.contains(library.name()))
            .mapToLong(Library::bytes)
            .sum();

    assertThat(bytes).isBetween(100_000L, 1_000_000L);
    assertThat(bytes / 1e6).isCloseTo(size("cluster"), within(0.05));
  }

  /** Neither frameworks, nor metrics, nor logging: who wants them takes a module that has them. */
  @ParameterizedTest
  @ValueSource(strings = {"normalizer", "watcher"})
  void theLibraryBringsSixOthers(String folder) {
    assertThat(RunTimeLibraries.names(folder).filter(name -> !name.startsWith("io.github.reelay:")))
        .containsExactlyInAnyOrder(
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-core",
            "io.github.openfeign:feign-core",
            "org.apache.httpcomponents.core5:httpcore5",
            "org.jspecify:jspecify",
            "org.snakeyaml:snakeyaml-engine");
  }

  /** No module brings Spring or Micrometer unasked, nor a module of ours that does. */
  @Test
  void whoDoesNotTakeTheStarterOrTheMetricsGetsNothingOfThem() {
    List<String> takers = List.of("micrometer", "spring-boot-autoconfigure", "spring-boot-starter");

    assertThat(Modules.PUBLISHED).containsAll(takers);
    assertThat(Modules.PUBLISHED.stream().filter(folder -> !takers.contains(folder)))
        .allSatisfy(
            folder ->
                assertThat(RunTimeLibraries.names(folder))
                    .as("what %s brings", folder)
                    .noneMatch(name -> FRAMEWORK.matcher(name).lookingAt()));
    assertThat(RunTimeLibraries.names("micrometer"))
        .anyMatch(name -> FRAMEWORK.matcher(name).lookingAt());
  }

  /** The size that the page gives for an artifact, in MB. */
  private static double size(String folder) {
    Matcher row =
        Pattern.compile("(?m)^\\| `" + Modules.artifact(folder) + "` \\| ([\\d.]+) MB \\|")
            .matcher(PAGE);
    assertThat(row.find()).as("a row with the size of %s", folder).isTrue();
    return Double.parseDouble(row.group(1));
  }

  private static boolean isInGroup(Library library) {
    return GROUP.matcher(PAGE).results().anyMatch(row -> library.name().startsWith(row.group(1)));
  }

  private static String row(Library library) {
    return library.name()
        + " "
        + library.version()
        + " "
        + Math.round(library.bytes() / 1000.0)
        + " kB";
  }
}
