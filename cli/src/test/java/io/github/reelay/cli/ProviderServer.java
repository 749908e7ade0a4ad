package io.github.reelay.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A provider on this machine that only a document describes: the gateway of the short form. */
public final class ProviderServer implements AutoCloseable {
  public static final String DOCUMENT =
      """
      name: my
      baseUrl: https://provider.example
      path: /v1/video/generations/{id}
      polling: {firstQuery: 0, interval: 15, givesUpAfter: 1800}
      task: /data
      words:
        queued: [NOT_START]
        running: [IN_PROGRESS]
        succeeded: [SUCCESS]
        failed: [FAILURE]
      read:
        id: /task_id
        status: /status
        progress: /progress
        video.url: [/result_url, /fail_reason]
        failure.message: /fail_reason
      """;

  /** Target and key of each request. */
  public final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private final HttpServer server;

  /** Responds to each query with what the function makes of its path; null for 404. */
  public ProviderServer(Function<String, String> bodies) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          requests.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
          String body = bodies.apply(path);
          byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** One whose tasks all say that. */
  public static ProviderServer saying(String status, String rest) {
    return new ProviderServer(path -> body(path, status, rest));
  }

  /** A task as the gateway shows it. */
  public static String body(String path, String status, String rest) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return "{\"code\":\"success\",\"data\":{\"task_id\":\"%s\",\"status\":\"%s\"%s}}"
        .formatted(id, status, rest);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What a user of it has in the environment. */
  public CommandRunner runner() {
    CommandRunner runner = new CommandRunner();
    runner.env.put("REELAY_MY_API_KEY", "sk-of-my-provider");
    runner.env.put("REELAY_MY_BASE_URL", url());
    return runner;
  }

  /** A file with its document. */
  public static String document(Path folder) throws IOException {
    return Files.writeString(folder.resolve("my-provider.yaml"), DOCUMENT).toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
