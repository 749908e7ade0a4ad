package com.example.videodesk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A provider whose tasks have all succeeded, and the host of their video, which sends a half and
 * then holds the rest back until it may go on.
 */
final class SlowProvider implements AutoCloseable {
  final byte[] video = video(40 << 20); // forced to the disk at 16 MiB
  final CountDownLatch halfSent = new CountDownLatch(1);
  final CountDownLatch mayGoOn = new CountDownLatch(1);

  /** The {@code Range} of each request for the video; empty for none. */
  final List<String> ranges = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  SlowProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/v1/videos/generations/", this::task);
    server.createContext("/video.mp4", this::video);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void task(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    String body =
        "{\"id\":\"%s\",\"status\":\"completed\",\"result\":{\"type\":\"video\",\"data\":[{\"url\":\"%s/video.mp4\"}]}}"
            .formatted(id, url());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void video(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "" : range);
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    exchange.getResponseHeaders().add("ETag", "\"v1\"");
    exchange.getResponseHeaders().add("Content-Type", "video/mp4");
    if (range != null) {
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes " + from + "-" + (video.length - 1) + "/" + video.length);
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, video.length - from);
    try (OutputStream out = exchange.getResponseBody()) {
      int half = video.length / 2;
      if (from < half) {
        out.write(video, from, half - from);
        out.flush();
        halfSent.countDown();
        mayGoOn.await();
      }
      int rest = Math.max(from, half);
      out.write(video, rest, video.length - rest);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Three boxes of an MP4, filled with noise. */
  private static byte[] video(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    box(bytes, 0, 24, "ftypisom\0\0\2\0");
    box(bytes, 24, 40, "moov");
    box(bytes, 64, length - 64, "mdat");
    return bytes;
  }

  private static void box(byte[] bytes, int at, int size, String type) {
    byte[] text = type.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer.wrap(bytes, at, 4 + text.length).putInt(size).put(text);
  }

  @Override
  public void close() {
    mayGoOn.countDown();
    server.stop(0);
  }
}
