package com.example.videodesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.json.CanonicalJson;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.json.WatchJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application over real HTTP, with the sandbox as its provider. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(120)
class VideoDeskTest {
  private static Sandbox sandbox;

  @TempDir private static Path folder;

  @LocalServerPort private int port;

  @BeforeAll
  static void start() {
    provider();
  }

  private static synchronized Sandbox provider() {
    if (sandbox == null) {
      sandbox = Sandbox.builder().stepByQueries(1, 1).start();
    }
    return sandbox;
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    String toapis = "reelay.providers.toapis.";
    registry.add(toapis + "base-url", () -> provider().baseUrl("toapis"));
    registry.add(toapis + "api-key", () -> provider().apiKey("toapis"));
    registry.add(toapis + "interval", () -> "200ms");
    registry.add("reelay.store.file", () -> folder.resolve("open-tasks"));
    registry.add("reelay.downloads.directory", () -> folder.resolve("videos"));
    registry.add("reelay.downloads.allow-private-addresses", () -> "true");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri("/tasks"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Test
  void aHandleIsFollowedByEventsUntilItsVideoIsSaved() throws Exception {
    HttpResponse<String> accepted = post("{\"handle\": \"toapis:ok-1\"}");
    assertThat(accepted.statusCode()).isEqualTo(202);
    String task = accepted.headers().firstValue("Location").orElseThrow();

    HttpResponse<String> stream = get(task + "/events");

    List<TaskEvent> events =
        stream
            .body()
            .lines()
            .filter(line -> line.startsWith("data:"))
            .map(line -> WatchJson.readEvent(line.substring("data:".length())))
            .toList();
    assertThat(events)
        .extracting(TaskEvent::kind)
        .contains(TaskEvent.Kind.ENDED, TaskEvent.Kind.DOWNLOAD_STARTED)
        .endsWith(TaskEvent.Kind.DOWNLOAD_ENDED);
    assertThat(folder.resolve("videos/toapis-ok-1.mp4")).hasSize(17_993);
    assertThat(CanonicalJson.readTask(get(task).body()).status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  @Test
  void whatIsOpenAndHowItIsIsSeenFromOutside() throws Exception {
    post("{\"handle\": \"toapis:never-1\"}");

    assertThat(get("/actuator/reelay").body()).contains("\"handle\":\"toapis:never-1\"");
    assertThat(get("/actuator/health").body())
        .contains("\"reelay\":{\"details\":{\"providers\":", "\"store\":\"writable\"");
    assertThat(get("/actuator/metrics/reelay.tasks.open").body()).contains("\"VALUE\"");
  }

  @Test
  void aTextThatIsNoHandleIsABadRequest() throws Exception {
    assertThat(post("{\"handle\": \"no handle\"}").statusCode()).isEqualTo(400);
    assertThat(get("/tasks/no-handle/events").body())
        .isEqualTo("expected a handle such as toapis:task_123, found 'no-handle'");
  }
}
