package io.github.reelay.contracttests.facts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A provider on loopback that keeps the requests and shows one and the same waiting task. */
final class RecordingProvider implements AutoCloseable {
  private static final byte[] BODY =
      "{\"id\":\"any\",\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);

  private final Queue<SentRequest> requests = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  /**
   * One request as it came over the wire.
   *
   * @param method the HTTP method
   * @param target path and query, as written
   * @param headers by name, whatever its case
   * @param bodyBytes the length of the body
   */
  record SentRequest(
      String method, String target, Map<String, List<String>> headers, int bodyBytes) {}

  private RecordingProvider(HttpServer server) {
    this.server = server;
  }

  static RecordingProvider start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RecordingProvider recording = new RecordingProvider(server);
    server.createContext("/", recording::respond);
    server.start();
    return recording;
  }

  /** What that dialect sends for that task, with the key {@code sk-sample}. */
  static SentRequest request(Dialect dialect, String id) throws IOException {
    try (RecordingProvider recording = start();
        Provider provider =
            Provider.builder(dialect).baseUrl(recording.baseUrl()).key(() -> "sk-sample").build()) {
      provider.query(id).taskOrThrow();
      return recording.requests.remove();
    }
  }

  private URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void respond(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    int bytes = exchange.getRequestBody().readAllBytes().length;
    String target = exchange.getRequestURI().toString();
    requests.add(new SentRequest(exchange.getRequestMethod(), target, headers, bytes));
    exchange.sendResponseHeaders(200, BODY.length);
    exchange.getResponseBody().write(BODY);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
