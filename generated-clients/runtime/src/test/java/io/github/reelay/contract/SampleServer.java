package io.github.reelay.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Responds to everything with one body on loopback, and keeps the request targets as they came. */
final class SampleServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> targets = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile byte[] body = {};

  SampleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  private void respond(HttpExchange exchange) throws IOException {
    targets.add(exchange.getRequestURI().toString());
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  void responds(int newStatus, String newBody) {
    status = newStatus;
    body = Bodies.utf8(newBody);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The request targets so far. */
  List<String> targets() {
    return targets;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
