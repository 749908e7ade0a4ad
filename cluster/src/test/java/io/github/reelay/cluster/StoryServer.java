package io.github.reelay.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider on loopback for replicas in processes of their own; each task lives as its id says.
 */
final class StoryServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final long origin = System.nanoTime();

  /** How often each id was queried after a response had shown its end. */
  final Map<String, AtomicInteger> late = new ConcurrentHashMap<>();

  final AtomicInteger queries = new AtomicInteger();
  private final Map<String, Boolean> shown = new ConcurrentHashMap<>();

  StoryServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext("/", this::respond);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A task that begins now. */
  TaskHandle task(int number, Duration life) {
    return new TaskHandle("toapis", "t-" + number + "-" + (now() + life.toMillis()));
  }

  private long now() {
    return (System.nanoTime() - origin) / 1_000_000;
  }

  private void respond(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    boolean isOver = now() >= Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    queries.incrementAndGet();
    if (isOver && shown.put(id, true) != null) {
      late.computeIfAbsent(id, none -> new AtomicInteger()).incrementAndGet();
    }
    String state =
        isOver
            ? "completed\",\"result\":{\"type\":\"video\",\"data\":[{\"url\":\"https://files.example/"
                + id
                + ".mp4\"}]}}"
            : "in_progress\",\"progress\":5}";
    String body = "{\"id\":\"" + id + "\",\"object\":\"generation.task\",\"status\":\"" + state;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
