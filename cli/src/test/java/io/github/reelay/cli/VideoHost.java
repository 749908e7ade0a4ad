package io.github.reelay.cli;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.sandbox.SandboxResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A host of videos on this machine that responds as it is set up. */
public final class VideoHost implements AutoCloseable {
  /** What an MP4 begins with, and a few bytes more. */
  public static final byte[] VIDEO = video();

  public final Set<String> headers = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  public VideoHost(HttpHandler handler) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          headers.addAll(exchange.getRequestHeaders().keySet());
          handler.handle(exchange);
        });
    server.start();
  }

  /** One that has the video under every name. */
  public static VideoHost ofVideos() {
    return new VideoHost(
        exchange -> {
          exchange.sendResponseHeaders(200, VIDEO.length);
          exchange.getResponseBody().write(VIDEO);
          exchange.close();
        });
  }

  public String url(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + "?sig=secret";
  }

  /** The response of toapis for a task with videos of those URLs. */
  public static SandboxResponse succeeded(String id, String... urls) {
    String data =
        Arrays.stream(urls)
            .map(url -> "{\"url\":\"" + url + "\"}")
            .collect(Collectors.joining(","));
    return SandboxResponse.json(
        200,
        "{\"id\":\"" + id + "\",\"status\":\"completed\",\"result\":{\"data\":[" + data + "]}}");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static byte[] video() {
    byte[] video = new byte[4_000];
    byte[] start = "\0\0\0\20ftypisom\0\0\2\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, video, 0, start.length);
    byte[] rest = "\0\0\17\220mdat".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(rest, 0, video, start.length, rest.length);
    return video;
  }
}
