package io.github.reelay.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Providers and a video host as they are met in the wild, for a few tasks of toapis: denied at
 * first, challenged, restarting, repeating the request, files that are late, URLs that have
 * expired.
 */
final class UnreliableHost implements AutoCloseable {
  private static final String EXPIRED =
      "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>Request has expired</Message></Error>";
  private static final String COMPLETED =
      "{\"id\":\"%s\",\"status\":\"completed\",\"result\":{\"data\":[{\"url\":\"%s\"}]}}";
  private static final int KINDS = 8;

  /** More than there are runs: each can query a URL again. */
  private static final int QUERIES = 200;

  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer host;
  private final byte[] video;

  UnreliableHost(byte[] video) throws IOException {
    this.video = video;
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.setExecutor(threads);
    host.createContext("/", this::respond);
    host.start();
  }

  /** Sets what the provider responds about its first tasks, three of each kind. */
  void prepare(Sandbox sandbox, List<String> ids) {
    for (int i = 0; i < 3 * KINDS; i++) {
      String id = ids.get(i);
      sandbox.enqueue("toapis", id, script(i % KINDS, id).toArray(SandboxResponse[]::new));
    }
  }

  /** How often each video was queried. */
  Map<String, Integer> requests() {
    return Map.copyOf(requests);
  }

  private Stream<SandboxResponse> script(int kind, String id) {
    return switch (kind) {
      case 0 -> Collections.nCopies(3, denial()).stream();
      case 1 -> Stream.of(running(id, ""), SandboxResponse.html(403, "<html>Just a moment</html>"));
      case 2 -> Collections.nCopies(3, restarting()).stream();
      case 3 ->
          Stream.of(running(id, ",\"metadata\":{\"image\":\"" + "iVBO".repeat(500_000) + "\"}"));
      case 4 -> completed(id, "late").limit(QUERIES);
      case 5 -> Stream.concat(completed(id, "400"), completed(id, "live").limit(QUERIES));
      case 6 -> Stream.concat(completed(id, "200"), completed(id, "live").limit(QUERIES));
      default -> Stream.concat(completed(id, "403"), completed(id, "live").limit(QUERIES));
    };
  }

  private static SandboxResponse denial() {
    return SandboxResponse.json(400, "{\"error\":{\"code\":\"task_not_found\"}}");
  }

  private static SandboxResponse restarting() {
    return SandboxResponse.html(503, "<html>restarting</html>").with("Retry-After", "1");
  }

  private static SandboxResponse running(String id, String rest) {
    return SandboxResponse.json(
        200, "{\"id\":\"" + id + "\",\"status\":\"in_progress\",\"progress\":30" + rest + "}");
  }

  /** The same response without an end, or once for a URL that has expired. */
  private Stream<SandboxResponse> completed(String id, String path) {
    SandboxResponse response = SandboxResponse.json(200, COMPLETED.formatted(id, url(path, id)));
    boolean expired = path.length() == 3;
    return expired ? Stream.of(response) : Stream.generate(() -> response);
  }

  private String url(String path, String id) {
    return "http://127.0.0.1:%d/%s/%s?sig=secret".formatted(host.getAddress().getPort(), path, id);
  }

  private void respond(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    int count = requests.merge("toapis-" + path[2] + ".mp4", 1, Integer::sum);
    switch (path[1]) {
      case "late" -> send(exchange, count <= 2 ? 404 : 200, count <= 2 ? new byte[0] : video);
      case "400" ->
          send(exchange, 400, EXPIRED.formatted("ExpiredToken").getBytes(StandardCharsets.UTF_8));
      case "200" ->
          send(exchange, 200, EXPIRED.formatted("AccessDenied").getBytes(StandardCharsets.UTF_8));
      case "403" -> send(exchange, 403, new byte[0]);
      default -> send(exchange, 200, video);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    host.stop(0);
    threads.shutdownNow();
  }
}
