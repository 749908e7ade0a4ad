package io.github.reelay.cli.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The second example of docs/page.md: the page of a replica, with a cluster in a file of H2. */
@Timeout(60)
class ClusterPageSnippetTest {
  private static final TaskHandle HANDLE = new TaskHandle("xingchaoyiqing", "fails-1");
  private static final List<String> WANTED =
      List.of("\"id\":\"fails-1\"", "\"state\":\"failed\"", "\"queries\":1");

  private CompletableFuture<String> shown = new CompletableFuture<>();

  @TempDir private Path directory;

  @Test
  void aReplicaShowsItsTasksAndItsProviders() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(environment(sandbox))) {
      watch(providers, "jdbc:h2:file:" + directory.resolve("cluster"), 0);
    }

    assertThat(shown)
        .isCompletedWithValueMatching(read -> WANTED.stream().allMatch(read::contains));
  }

  private void watch(Providers providers, String database, int port) {
    // snippet:page-cluster
    try (WatchPage page = WatchPage.builder(providers).port(port).start();
        ClusterWatcher cluster =
            ClusterWatcher.builder(providers)
                .database(database)
                .taskListener(page) // the tasks that this replica watches
                .telemetry(page.telemetry()) // the queries of each provider
                .start()) {
      browse(page.url());
      serve(cluster); // until the program ends
    }
    // end
  }

  /** Reads the event stream of the page until it has shown what is wanted. */
  private void browse(URI page) {
    shown = CompletableFuture.supplyAsync(() -> read(page.resolve("/events")));
  }

  private static String read(URI events) {
    StringBuilder read = new StringBuilder();
    try (InputStream stream = events.toURL().openStream()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
      while (!WANTED.stream().allMatch(wanted -> read.indexOf(wanted) >= 0)) {
        read.append(Objects.requireNonNull(lines.readLine(), "line"));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return read.toString();
  }

  private void serve(ClusterWatcher cluster) {
    cluster.submit(HANDLE);
    shown.join();
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    return Map.of(
        EnvironmentVariables.baseUrl("xingchaoyiqing"),
        sandbox.baseUrl("xingchaoyiqing").toString(),
        EnvironmentVariables.key("xingchaoyiqing"),
        sandbox.apiKey("xingchaoyiqing"));
  }
}
