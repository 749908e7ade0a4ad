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

/** A server on loopback that gives each request the next of its answers, the last one for ever. */
final class Relay implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  /** Method and target of each request, with its key. */
  final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private record Answer(int status, String body, String[] headers) {}

  private Relay(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  static Relay start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new Relay(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
  }

  /** One more answer; headers are names and values by turns. */
  Relay then(int status, String body, String... headers) {
    answers.add(new Answer(status, body.replace('\'', '"'), headers));
    return this;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("Accept"));
    Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
    for (int i = 0; i < answer.headers.length; i += 2) {
      exchange.getResponseHeaders().add(answer.headers[i], answer.headers[i + 1]);
    }
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
