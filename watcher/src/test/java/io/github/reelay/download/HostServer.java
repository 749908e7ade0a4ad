package io.github.reelay.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** An HTTP server on loopback that shows every byte of a request and controls every byte back. */
final class HostServer implements AutoCloseable {

  /** Responds to one request; the connection ends in peace afterwards. */
  interface Script {
    void respond(Request request, OutputStream out) throws IOException;
  }

  /** The lines of a request's head. */
  record Request(List<String> lines) {

    String line() {
      return lines.get(0);
    }

    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse(null);
    }

    List<String> headerNames() {
      return lines.stream().skip(1).map(line -> line.replaceFirst(":.*", "")).toList();
    }

    /** The first byte that is queried; 0 without a range. */
    int start() {
      String range = header("Range");
      return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }
  }

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile Script script;

  HostServer(Script script) {
    this(script, ServerSocketFactory.getDefault());
  }

  /** Over TLS, if the factory has it so. */
  HostServer(Script script, ServerSocketFactory factory) {
    this.script = script;
    try {
      server = factory.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** One that has a film and serves it well. */
  static HostServer of(SampleMp4 video) {
    return new HostServer((request, out) -> serve(video, request, out, Integer.MAX_VALUE));
  }

  void script(Script next) {
    script = next;
  }

  int port() {
    return server.getLocalPort();
  }

  URI url(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
  }

  List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** Serves what is queried, and at most so many bytes of the body. */
  static void serve(SampleMp4 video, Request request, OutputStream out, int most)
      throws IOException {
    int start = request.start();
    String condition = request.header("If-Range");
    boolean partly =
        request.header("Range") != null && (condition == null || condition.equals(video.etag()));
    if (partly && start >= video.length()) {
      write(out, 416, "Content-Range: bytes */" + video.length(), "Content-Length: 0");
      return;
    }
    int from = partly ? start : 0;
    List<String> headers = new ArrayList<>(List.of("Content-Type: video/mp4"));
    headers.add("ETag: " + video.etag());
    headers.add("Content-Length: " + (video.length() - from));
    if (partly) {
      headers.add(
          "Content-Range: bytes " + from + "-" + (video.length() - 1) + "/" + video.length());
    }
    write(out, partly ? 206 : 200, headers.toArray(String[]::new));
    out.write(video.bytes(), from, Math.min(most, video.length() - from));
  }

  /** Writes a head. */
  static void write(OutputStream out, int status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
    Arrays.stream(headers).forEach(header -> head.append(header).append("\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Always the same response. */
  static Script always(int status, String body, String... headers) {
    return (request, out) -> {
      List<String> all = new ArrayList<>(List.of(headers));
      all.add("Content-Length: " + body.length());
      write(out, status, all.toArray(String[]::new));
      out.write(body.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        daemon(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Request request = read(in);
      if (request == null) {
        return;
      }
      Script now = script; // before a test sees the request and gives another
      requests.add(request);
      now.respond(request, socket.getOutputStream());
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      // Not reset, so that the other side receives everything that was sent.
      in.readAllBytes();
    } catch (IOException gone) {
      // The other side has hung up, as it may.
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign >= 0; sign = in.read()) {
      if (sign == '\n') {
        String text = line.toString().replace("\r", "");
        if (text.isEmpty()) {
          return new Request(lines);
        }
        lines.add(text);
        line.setLength(0);
      } else {
        line.append((char) sign);
      }
    }
    return null;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "video-host");
    thread.setDaemon(true);
    thread.start();
  }
}
