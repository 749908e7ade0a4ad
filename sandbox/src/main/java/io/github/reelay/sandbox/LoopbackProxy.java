package io.github.reelay.sandbox;

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
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy on a free port of loopback, for tests of a program behind a company's proxy. Every
 * host name is this machine to it, so no name need exist. It opens a tunnel for {@code CONNECT} and
 * passes other requests on, and it keeps their heads. Its threads are daemons.
 */
public final class LoopbackProxy implements AutoCloseable {

  /** What a proxy does in place of its work, to see how a client takes it. */
  @FunctionalInterface
  public interface Script {
    /**
     * Responds to the first request of a connection, which is closed afterwards.
     *
     * @param head the head of the request, up to the empty line
     * @param client the connection
     * @throws IOException if the client has closed it
     */
    void respond(String head, Socket client) throws IOException;
  }

  private final ServerSocket server;
  private final @Nullable Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private LoopbackProxy(@Nullable Script script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException("expected a free port on loopback, found none", noPort);
    }
    daemon(this::accept);
  }

  /**
   * Starts a proxy that passes requests on.
   *
   * @return the running proxy, to be closed
   */
  public static LoopbackProxy start() {
    return new LoopbackProxy(null);
  }

  /**
   * Starts a proxy that runs a script and passes nothing on.
   *
   * @param script what it does
   * @return the running proxy, to be closed
   */
  public static LoopbackProxy start(Script script) {
    return new LoopbackProxy(script);
  }

  /**
   * Starts a proxy that responds to every request in the same way, and keeps the connection open.
   *
   * @param response the head and the body to send, in ISO-8859-1
   * @return the running proxy, to be closed
   */
  public static LoopbackProxy saying(String response) {
    return new LoopbackProxy(
        (head, client) -> {
          client.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
          client.getInputStream().readAllBytes();
        });
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return server.getLocalPort();
  }

  /**
   * The heads of the requests so far: those that it passed on, those for a tunnel, and the first
   * one of a connection that has a script.
   *
   * @return the heads, in order
   */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  /**
   * How many connections are open, those to hosts included.
   *
   * @return the number of connections
   */
  public int open() {
    return open.size();
  }

  /** Frees the port and closes all connections. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException unclosed) {
      throw new UncheckedIOException("expected to close the proxy, found a failure", unclosed);
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
        script.respond(head, client);
      } else {
        pass(head, client);
      }
    } catch (IOException gone) {
      // The client or the host has closed its connection, as it may.
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
      // Either end may close its connection, and both are closed then.
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static @Nullable String head(InputStream in) throws IOException {
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
