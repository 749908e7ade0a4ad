package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Random;

/**
 * A store of videos in a process of its own, so that what it costs is nobody else's. The path of a
 * URL says how many bytes the video has.
 */
final class VideoServer {
  private static final String MP4 = "\0\0\0\u0018ftypisom\0\0\2\0";

  private final byte[] block = new byte[1 << 20];

  private VideoServer() {
    new Random(1).nextBytes(block);
  }

  public static void main(String[] arguments) throws IOException {
    VideoServer server = new VideoServer();
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.out.println(socket.getLocalPort());
      while (true) {
        try (Socket connection = socket.accept()) {
          server.respond(connection);
        }
      }
    }
  }

  private void respond(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    long bytes = Long.parseLong(in.readLine().split(" ")[1].substring(1));
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      // No header matters here.
    }
    OutputStream out = connection.getOutputStream();
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\nETag: \"1\"\r\n"
            + "Content-Length: "
            + bytes
            + "\r\n\r\n"
            + MP4;
    out.write(head.getBytes(ISO_8859_1));
    for (long rest = bytes - MP4.length(); rest > 0; rest -= block.length) {
      out.write(block, 0, (int) Math.min(rest, block.length));
    }
  }

  /** One that runs until it is closed. */
  static final class Running implements AutoCloseable {
    private final Process process;
    private final int port;

    Running() throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  VideoServer.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      port = Integer.parseInt(process.inputReader().readLine());
    }

    URI video(long bytes) {
      return URI.create("http://127.0.0.1:" + port + "/" + bytes);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
