package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 64 concurrent responses of 8 MiB are read in a heap of 192 MiB, which 24 of them would fill. */
@Tag("long")
@Timeout(60)
class LargeResponsesTest {
  private static final int LENGTH = 8 << 20;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger responded = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = HttpServer.create(new InetSocketAddress(loopback, 0), LargeResponses.CALLERS);
    server.setExecutor(threads);
    byte[] body = body();
    byte[] zipped = zip(body);
    server.createContext("/plain/", exchange -> respond(exchange, body, body.length));
    server.createContext(
        "/zipped/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          respond(exchange, zipped, zipped.length);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void respond(HttpExchange exchange, byte[] body, int length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(body);
    exchange.close();
    responded.incrementAndGet();
  }

  /** A finished task whose request had an image, and is repeated. */
  private static byte[] body() {
    String task =
        "{'id':'t1','status':'completed','detail':{'input':{'images':['data:image/png;base64,%s']},"
            + "'url':'https://v.example/1.mp4'}}";
    String image = "A".repeat(LENGTH - task.length() + "%s".length());
    return task.replace('\'', '"').formatted(image).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    }
    return zipped.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"plain, blocking", "zipped, future"})
  void areReadInASmallHeap(String form, String kind) throws Exception {
    String baseUrl = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + form;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LargeResponses.class.getName(), baseUrl, kind));

    Process process = new ProcessBuilder(command).inheritIO().start();

    assertThat(process.waitFor()).isZero();
    assertThat(body()).hasSize(LENGTH);
    assertThat(responded).hasValue(LargeResponses.CALLERS);
  }
}
