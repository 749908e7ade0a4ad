package io.github.reelay.page;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends the given lines, the {@code Host} header included. */
final class Browser {
  private final int port;

  Browser(URI page) {
    this.port = page.getPort();
  }

  /**
   * A response.
   *
   * @param head the status line and the headers
   * @param bytes the body
   */
  record Response(String head, byte[] bytes) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The value of a header; empty if there is none. */
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst()
          .orElse("");
    }
  }

  /** What a GET with these further header lines gets. */
  Response get(String path, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of("Host: localhost:" + port));
    lines.addAll(List.of(headers));
    return send("GET " + path, lines);
  }

  /** What a request gets, with exactly these header lines. */
  Response send(String request, List<String> headers) throws IOException {
    try (Socket socket = open(request, headers)) {
      byte[] all = socket.getInputStream().readAllBytes();
      String text = new String(all, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        return new Response("", all); // the connection was closed
      }
      byte[] body = new byte[all.length - end - 4];
      System.arraycopy(all, end + 4, body, 0, body.length);
      return new Response(text.substring(0, end).replace("\r", ""), body);
    }
  }

  private Socket open(String request, List<String> headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    StringBuilder text = new StringBuilder(request + " HTTP/1.1\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    text.append("Connection: close\r\n\r\n");
    socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** An event stream; the caller closes it. */
  Events events() throws IOException {
    Socket socket = open("GET /events", List.of("Host: 127.0.0.1:" + port));
    return new Events(socket, new BufferedInputStream(socket.getInputStream(), 1 << 16));
  }

  /** An open event stream. */
  record Events(Socket socket, InputStream in) implements AutoCloseable {

    /** Reads until a text in ASCII has come, and returns all that was read. */
    String until(String wanted) throws IOException {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      StringBuilder end = new StringBuilder();
      while (!wanted.contentEquals(end)) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("expected " + wanted + ", found the end after " + read);
        }
        read.write(next);
        end.append((char) next);
        end.delete(0, Math.max(0, end.length() - wanted.length()));
      }
      return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
