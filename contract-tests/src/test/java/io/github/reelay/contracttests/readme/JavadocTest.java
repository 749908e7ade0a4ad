package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.Reelay;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.download.Downloader;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.json.WatchJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Examples in Javadoc are code that a test compiles. */
class JavadocTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* }</pre>", Pattern.DOTALL);

  static final List<Class<?>> MAIN_TYPES =
      List.of(
          Reelay.class,
          VideoTask.class,
          QueryResult.class,
          Failure.class,
          Provider.class,
          Providers.class,
          Watcher.class,
          Outcome.class,
          TaskEvent.class,
          Downloader.class,
          CanonicalJson.class,
          WatchJson.class,
          VirtualScheduler.class);

  @ParameterizedTest
  @FieldSource("MAIN_TYPES")
  void everyMainTypeHasAnExample(Class<?> type) throws IOException {
    String file = "/src/main/java/" + type.getName().replace('.', '/') + ".java";
    Path source =
        Stream.of("normalizer", "watcher")
            .map(module -> Root.path(module + file))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();

    assertThat(examples(Files.readString(source))).isNotEmpty();
  }

  @Test
  void everyExampleIsCompiled() throws IOException {
    Collection<String> compiled = Snippets.inTests(Root.path("")).values();
    List<String> shown;
    try (Stream<Path> modules = Files.list(Root.path(""))) {
      shown = modules.flatMap(JavadocTest::sources).flatMap(JavadocTest::examplesOf).toList();
    }

    assertThat(shown).hasSizeGreaterThanOrEqualTo(MAIN_TYPES.size()).isSubsetOf(compiled);
  }

  private static Stream<Path> sources(Path module) {
    Path root = module.resolve("src/main/java");
    if (!Files.isDirectory(root)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> examplesOf(Path source) {
    try {
      return examples(Files.readString(source));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> examples(String source) {
    return EXAMPLE
        .matcher(source)
        .results()
        .map(example -> example.group(1).replaceAll("(?m)^ *\\* ?", "").strip() + "\n");
  }
}
