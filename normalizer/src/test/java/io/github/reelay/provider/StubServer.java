package io.github.reelay.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.dialect.Dialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server on loopback that gives each request the next of its responses, the last one for ever.
 */
final class StubServer implements AutoCloseable {
  /** What the clock of its providers says. */
  static final Instant NOW = Instant.parse("2026-01-14T08:43:42Z");

  private final HttpServer server;
  private final Queue<StubResponse> responses = new ConcurrentLinkedQueue<>();

  /** Method and target of each request, with its key. */
  final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private record StubResponse(int status, String body, String[] headers) {}

  private StubServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::respond);
    server.start();
  }

  static StubServer start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new StubServer(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
  }

  /** One more response; headers are names and values by turns. */
  StubServer then(int status, String body, String... headers) {
    responses.add(new StubResponse(status, quoted(body), headers));
    return this;
  }

  /** JSON that is written with single quotes. */
  static String quoted(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  /** A provider that is queried here, below the path, with the key {@code k1}. */
  ProviderBuilder provider(Dialect dialect, String path) {
    return Provider.builder(dialect)
        .baseUrl(uri(path))
        .key(() -> "k1")
        .clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void respond(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("Accept"));
    StubResponse response = responses.size() > 1 ? responses.remove() : responses.element();
    for (int i = 0; i < response.headers.length; i += 2) {
      exchange.getResponseHeaders().add(response.headers[i], response.headers[i + 1]);
    }
    byte[] body = response.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
