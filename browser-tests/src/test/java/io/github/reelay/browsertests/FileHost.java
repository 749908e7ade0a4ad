package io.github.reelay.browsertests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.sandbox.Sandbox;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A video host on loopback, with a video and a drawn thumbnail for each number. */
final class FileHost implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final byte[] video;
  final AtomicInteger thumbnails = new AtomicInteger();

  FileHost() throws IOException {
    try (InputStream in = Sandbox.class.getResourceAsStream("video.mp4")) {
      video = Objects.requireNonNull(in).readAllBytes();
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/video/", exchange -> send(exchange, "video/mp4", video));
    server.createContext("/still/", this::still);
    server.start();
  }

  private void still(HttpExchange exchange) throws IOException {
    thumbnails.incrementAndGet();
    String name = exchange.getRequestURI().getPath().replaceAll("\\D", "");
    send(exchange, "image/png", drawn(Integer.parseInt(name)));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String video(int number) {
    return origin() + "/video/" + number + ".mp4?sig=SIGNED";
  }

  String still(int number) {
    return origin() + "/still/" + number + ".png?sig=SIGNED";
  }

  private static byte[] drawn(int number) throws IOException {
    Random random = new Random(number * 7919L);
    float hue = random.nextFloat();
    BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, .55f, .45f),
            0,
            180,
            Color.getHSBColor(hue + .12f, .45f, .97f)));
    g.fillRect(0, 0, 320, 180);
    g.setColor(new Color(255, 250, 235, 220));
    int size = 26 + random.nextInt(26);
    g.fillOval(40 + random.nextInt(220), 25 + random.nextInt(50), size, size);
    for (int layer = 0; layer < 4; layer++) {
      g.setColor(Color.getHSBColor(hue + .03f * layer, .35f + .1f * layer, .62f - .13f * layer));
      Path2D hill = new Path2D.Double();
      hill.moveTo(0, 180);
      double phase = random.nextDouble() * 6;
      for (int x = 0; x <= 320; x += 4) {
        double y =
            90
                + 22 * layer
                + 16 * Math.sin(x / (46.0 + 9 * layer) + phase)
                + 6 * Math.sin(x / 13.0 + phase);
        hill.lineTo(x, y);
      }
      hill.lineTo(320, 180);
      hill.closePath();
      g.fill(hill);
    }
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
