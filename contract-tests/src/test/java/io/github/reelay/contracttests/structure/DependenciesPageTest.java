package io.github.reelay.contracttests.structure;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttests.structure.RunTimeLibraries.Library;
import io.github.reelay.contracttools.spec.Root;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  @ParameterizedTest
  @ValueSource(strings = {"normalizer", "watcher"})
  void theLibraryStaysSmall(String folder) {
    long bytes =
        RunTimeLibraries.ownJar(folder)
            + RunTimeLibraries.of(folder).stream().mapToLong(Library::bytes).sum();

    assertThat(bytes).isBetween(1_000_000L, LIMIT);
  }

  /** Neither frameworks, nor metrics, nor logging: who wants them takes a module that has them. */
  @Test
  void theWatcherBringsSixLibraries() {
    assertThat(
            RunTimeLibraries.of("watcher").stream()
                .filter(library -> !library.isOurs())
                .map(Library::name))
        .containsExactlyInAnyOrder(
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-core",
            "io.github.openfeign:feign-core",
            "org.apache.httpcomponents.core5:httpcore5",
            "org.jspecify:jspecify",
            "org.snakeyaml:snakeyaml-engine");
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
