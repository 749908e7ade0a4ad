package io.github.reelay.benchmarks.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A provider on loopback that logs each query: milliseconds since 1970, the replica (its key), the
 * id, and {@code end} if the response says that the video is there. Prints its port; ends with its
 * standard input.
 */
public final class ProviderMain {
  private static final int THREADS = 16;

  private final Writer log;

  private ProviderMain(Writer log) {
    this.log = log;
  }

  /**
   * Serves until its standard input ends.
   *
   * @param arguments the file of the log
   */
  public static void main(String[] arguments) throws IOException {
    try (BufferedWriter log = Files.newBufferedWriter(Path.of(arguments[0]))) {
      ProviderMain provider = new ProviderMain(log);
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
      server.setExecutor(Executors.newFixedThreadPool(THREADS));
      server.createContext("/", provider::serve);
      server.start();
      Executors.newSingleThreadScheduledExecutor()
          .scheduleWithFixedDelay(provider::flush, 200, 200, TimeUnit.MILLISECONDS);
      System.out.println(server.getAddress().getPort());
      while (System.in.read() >= 0) {
        continue; // nothing is said but the end
      }
      provider.flush();
    }
    Runtime.getRuntime().halt(0);
  }

  private void flush() {
    synchronized (log) {
      try {
        log.flush();
      } catch (IOException full) {
        throw new IllegalStateException(full);
      }
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    long now = System.currentTimeMillis();
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String key = exchange.getRequestHeaders().getFirst("Authorization");
      TaskStory story = TaskStory.of(path.substring(path.lastIndexOf('/') + 1));
      note(now, key == null ? "nobody" : key.substring(key.indexOf(' ') + 1), story);
      byte[] body = story.body(now).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private void note(long now, String replica, TaskStory story) throws IOException {
    String end = story.isOver(now) ? " end\n" : " open\n";
    synchronized (log) {
      log.write(now + " " + replica + " " + story.handle().id() + end);
    }
  }
}
