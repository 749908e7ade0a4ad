package example.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.github.reelay.Reelay;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.json.WatchJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waits for a task of toapis and for one of this module's own provider. */
public final class Main {
  private static final Map<String, String> RESPONSES =
      Map.of(
          "/v1/videos/generations/",
          "{'id': 't1', 'status': 'completed', 'url': 'https://videos.example/t1.mp4'}",
          "/v2/jobs/",
          "{'id': 'j1', 'status': 'done', 'film': 'https://videos.example/j1.mp4'}");

  private Main() {}

  /** Takes a document of a provider, which it loads. */
  public static void main(String... arguments) throws IOException {
    HttpServer server = serve();
    try (Reelay reelay = Reelay.builder().environment(environment(server)).build()) {
      for (String handle : List.of("toapis:t1", "acme:j1")) {
        VideoTask task = reelay.await(handle, Duration.ofSeconds(30)).succeededOrThrow();
        VideoTask read = CanonicalJson.readTask(CanonicalJson.line(task));
        System.out.println(read.handle() + " " + read.status() + " " + read.video().url());
      }
    } finally {
      server.stop(0);
    }
    System.out.println(Dialect.load(Path.of(arguments[0])).profile().name());
    for (Class<?> type : List.of(Main.class, Reelay.class, CanonicalJson.class)) {
      System.out.println(type.getModule());
    }
    System.out.println(CanonicalJson.class.getResource(CanonicalJson.SCHEMA) != null);
    System.out.println(WatchJson.class.getResource(WatchJson.EVENT_SCHEMA) != null);
  }

  private static HttpServer serve() throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(loopback, 0);
    RESPONSES.forEach(
        (path, text) ->
            server.createContext(
                path,
                exchange -> {
                  byte[] body = text.replace('\'', '"').getBytes(UTF_8);
                  exchange.getResponseHeaders().set("Content-Type", "application/json");
                  exchange.sendResponseHeaders(200, body.length);
                  exchange.getResponseBody().write(body);
                  exchange.close();
                }));
    server.start();
    return server;
  }

  private static Map<String, String> environment(HttpServer server) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Map<String, String> environment = new HashMap<>();
    for (String provider : List.of("TOAPIS", "ACME")) {
      environment.put("REELAY_" + provider + "_BASE_URL", url);
      environment.put("REELAY_" + provider + "_API_KEY", "test-key");
    }
    return environment;
  }
}
