package io.github.reelay.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The HTTP server on 127.0.0.1, and its daemon threads. */
final class LoopbackServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int NO_BODY = -1;

  // The JDK's server sends head and body apart, which takes 40 ms because of Nagle's algorithm.
  // Only this property of the JDK, read when a process makes its first server, switches that off.
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService workers;

  private LoopbackServer(HttpServer server) {
    this.server = server;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newCachedThreadPool(
            work -> daemon(work, "reelay-sandbox-" + number.incrementAndGet()));
    server.setExecutor(workers);
  }

  /** Binds the port; there are no responses before {@link #serve}. */
  static LoopbackServer on(int port) {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    try {
      return new LoopbackServer(
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), port), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected port " + port + " of " + HOST + " to be free; choose another, or 0 for any", e);
    }
  }

  String origin() {
    return "http://" + HOST + ":" + server.getAddress().getPort();
  }

  void serve(Function<IncomingRequest, SandboxResponse> responder) {
    server.createContext("/", exchange -> respond(exchange, responder));
    // The server's own thread is a daemon only if a daemon starts it.
    Thread starter = daemon(server::start, "reelay-sandbox-start");
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("expected to start the sandbox, found an interrupt", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private static void respond(
      HttpExchange exchange, Function<IncomingRequest, SandboxResponse> responder)
      throws IOException {
    try (exchange) {
      IncomingRequest request =
          new IncomingRequest(
              exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
      SandboxResponse response = responder.apply(request);
      exchange.getRequestBody().readAllBytes();
      response.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, response);
    }
  }

  private static void send(HttpExchange exchange, SandboxResponse response) throws IOException {
    byte[] body = response.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(response.status(), NO_BODY);
    } else if (body.length == 0) {
      exchange.sendResponseHeaders(response.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
