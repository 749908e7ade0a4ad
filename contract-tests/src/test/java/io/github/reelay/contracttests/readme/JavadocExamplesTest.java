package io.github.reelay.contracttests.readme;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every example in the Javadoc of the library stands in a test, which compiles it. */
class JavadocExamplesTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> LIBRARY = List.of("normalizer", "watcher", "sandbox");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* *}</pre>", Pattern.DOTALL);

  @Test
  void standInTests() throws IOException {
    List<String> compiled =
        Snippets.inTests(ROOT).values().stream().map(JavadocExamplesTest::withoutSpace).toList();

    assertThat(examples()).hasSize(2).isSubsetOf(compiled);
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    for (String module : LIBRARY) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          EXAMPLE
              .matcher(Files.readString(file))
              .results()
              .map(example -> example.group(1).replaceAll("(?m)^ *\\*", ""))
              .forEach(example -> examples.add(withoutSpace(example)));
        }
      }
    }
    return examples;
  }

  /** Lines break elsewhere where a star stands before them. */
  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }

  @Test
  @Timeout(60)
  void theOneClockOfATestLetsHoursPass() throws InterruptedException {
    // snippet:virtual-scheduler-javadoc
    VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));
    try (Sandbox sandbox =
            Sandbox.builder().clock(time.clock()).stepByClock(ofHours(1), ofHours(2)).start();
        Provider toapis =
            Provider.builder(new ToapisDialect())
                .clock(time.clock())
                .baseUrl(sandbox.baseUrl("toapis"))
                .key(() -> sandbox.apiKey("toapis"))
                .build();
        Watcher watcher =
            Watcher.builder(Providers.of(List.of(toapis)))
                .scheduler(time)
                .rules(rules -> rules.withInterval(ofMinutes(10)))
                .build()) {
      TaskHandle task = TaskHandle.parse("toapis:ok-1");
      Outcome outcome = time.runUntil(watcher.watch(task, ofHours(5)));
    }
    // end
    assertThat(time.nanoTime()).isBetween(ofHours(3).toNanos(), ofHours(4).toNanos());
  }
}
