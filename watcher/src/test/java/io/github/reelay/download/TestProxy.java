package io.github.reelay.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on loopback. It takes each name for this machine, keeps the head of each request,
 * and opens a tunnel for {@code CONNECT} or passes a request on, unless it is told to misbehave.
 */
final class TestProxy implements AutoCloseable {

  /** What it does with a connection after the first request. */
  interface Script {
    void answer(String head, Socket client) throws IOException;
  }

  private final ServerSocket server;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** One that misbehaves. */
  TestProxy(Script script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** One that does what it should. */
  TestProxy() {
    this(null);
  }

  /** One that always answers the same, and keeps the connection open. */
  static TestProxy saying(String response) {
    return new TestProxy(
        (head, client) -> {
          client.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
          client.getInputStream().readAllBytes();
        });
  }

  int port() {
    return server.getLocalPort();
  }

  /** The heads of the requests, the first of a connection or all that it passed on. */
  List<String> heads() {
    return heads;
  }

  /** How many connections there are, those to hosts included. */
  int open() {
    return open.size();
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
        Socket client = server.accept();
        open.add(client);
        daemon(() -> converse(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      if (head == null) {
        return;
      }
      if (script != null) {
        heads.add(head);
        script.answer(head, client);
      } else {
        pass(head, client);
      }
    } catch (IOException gone) {
      // The other side has hung up, as it may.
    } finally {
      open.remove(client);
    }
  }

  private void pass(String first, Socket client) throws IOException {
    String target = first.split(" ", 3)[1];
    String authority = target.replaceFirst("^http://", "").replaceFirst("/.*", "");
    int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
    try (Socket host = new Socket(InetAddress.getLoopbackAddress(), port)) {
      open.add(host);
      daemon(() -> pump(host, client));
      if (first.startsWith("CONNECT ")) {
        heads.add(first);
        say(client.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
        pump(client, host);
      } else {
        for (String head = first; head != null; head = head(client.getInputStream())) {
          heads.add(head);
          say(host.getOutputStream(), head.replaceFirst("http://[^/]*", ""));
        }
      }
      open.remove(host);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      // One side has hung up; the other one learns it when both are closed.
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
