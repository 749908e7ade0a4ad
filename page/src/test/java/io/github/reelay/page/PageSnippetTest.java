package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.Reelay;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page, with a real watch. */
@Timeout(60)
class PageSnippetTest {
  private static final String KEY = "sk-never-to-be-seen-4711";

  private final CompletableFuture<String> seen = new CompletableFuture<>();

  @TempDir private Path directory;

  @Test
  void theExampleShowsARun() {
    try (Sandbox sandbox = Sandbox.builder().apiKey("toapis", KEY).stepByQueries(0, 0).start();
        Providers providers = Providers.discover(environment(sandbox))) {
      List<String> handles = List.of("toapis:rejected-1", "toapis:fails-2");
      Path storeFile = directory.resolve("open-tasks");
      int port = 0;
      // snippet:page
      try (WatchPage page = WatchPage.builder(providers).port(port).start();
          Reelay reelay = page.follow(Reelay.builder().sharedProviders(providers)).build()) {
        browse(page.url()); // such as http://127.0.0.1:8080/
        reelay.collect(handles, directory, storeFile);
      }
      // end
    }

    assertThat(seen.join())
        .contains("\"id\":\"rejected-1\"", "\"id\":\"fails-2\"", "\"state\":\"failed\"")
        .doesNotContain(KEY, "sig=");
  }

  private void browse(URI page) {
    Thread reader = new Thread(() -> seen.complete(read(page)));
    reader.setDaemon(true);
    reader.start();
  }

  private static String read(URI page) {
    try (Browser.Events events = new Browser(page).events()) {
      return events.until("event: end");
    } catch (IOException broken) {
      return broken.toString();
    }
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    environment.put(EnvironmentVariables.baseUrl("toapis"), sandbox.baseUrl("toapis").toString());
    environment.put(EnvironmentVariables.key("toapis"), sandbox.apiKey("toapis"));
    return environment;
  }
}
