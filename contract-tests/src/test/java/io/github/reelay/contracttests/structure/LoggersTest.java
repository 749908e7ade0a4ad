package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/logging.md names each logger. */
class LoggersTest {
  private static final Pattern LOGGER =
      Pattern.compile("System\\.getLogger\\(\\s*(?:\"([\\w.]+)\"|(\\w+)\\.class\\.getName\\(\\))");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `[a-z.]*\\.(\\w+)` \\|");

  @Test
  void namesEachLogger() throws IOException {
    Set<String> loggers = new TreeSet<>();
    for (String module : Modules.FOLDERS) {
      for (Path source : Modules.sources(module, "main")) {
        LOGGER.matcher(Modules.read(source)).results().forEach(found -> loggers.add(name(found)));
      }
    }

    String page = Files.readString(Path.of("../docs/logging.md"));

    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(loggers);
  }

  private static String name(MatchResult found) {
    return Stream.of(found.group(1), found.group(2))
        .filter(name -> name != null)
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .findFirst()
        .orElseThrow();
  }
}
