package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * All providers and their video host, in a process of its own, so that what they cost is not the
 * client's. One response in ten is faulty. Ends when its standard input does.
 */
final class SoakServer {
  private final SoakResponses responses = new SoakResponses();
  private final HttpServer server;
  private volatile CountDownLatch hold = new CountDownLatch(0);

  private SoakServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
  }

  public static void main(String[] arguments) throws IOException {
    SoakServer soak = new SoakServer();
    soak.server.start();
    System.out.println(soak.server.getAddress().getPort());
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      soak.hold.countDown();
      soak.hold = new CountDownLatch(line.equals(SoakProcess.HOLD) ? 1 : 0);
    }
    Runtime.getRuntime().halt(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      String id = path[path.length - 1];
      if (path[1].equals("video")) {
        video(exchange);
      } else {
        hold.await();
        task(exchange, path[1], id);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void task(HttpExchange exchange, String provider, String id)
      throws IOException, InterruptedException {
    String running = responses.running(provider, id);
    boolean over = !SoakTask.of(id).endsAt().isAfter(Instant.now());
    String good = over ? responses.completed(provider, id, video(id)) : running;
    if (ThreadLocalRandom.current().nextInt(10) == 0) {
      SoakFault.any().respond(exchange, good);
    } else {
      send(exchange, 200, "application/json", good);
    }
  }

  private URI video(String id) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/video/" + id);
  }

  private static void video(HttpExchange exchange) throws IOException {
    byte[] film = SoakVideo.BYTES;
    exchange.getResponseHeaders().set("ETag", "\"1\"");
    switch (ThreadLocalRandom.current().nextInt(30)) {
      case 0 -> send(exchange, 503, "text/plain", "busy");
      case 1 -> SoakFault.closed(exchange);
      case 2 -> SoakFault.truncated(exchange, "video/mp4", film);
      default -> send(exchange, "video/mp4", film);
    }
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
