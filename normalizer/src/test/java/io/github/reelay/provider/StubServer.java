package io.github.reelay.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server on loopback that gives each request the next of its responses, the last one for ever.
 */
final class StubServer implements AutoCloseable {
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
    responses.add(new StubResponse(status, body.replace('\'', '"'), headers));
    return this;
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
