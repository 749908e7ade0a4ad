package io.github.reelay.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Responds to each request as a script says, and those for {@link #NEXT} politely. */
final class HostileServer implements AutoCloseable {
  static final String NEXT = "/next";

  /** What is sent for one request; the connection stays open unless the script closes it. */
  @FunctionalInterface
  interface Script {
    void respond(Wire wire) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Script script;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger responding = new AtomicInteger();

  HostileServer(Script script) throws IOException {
    this.socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    this.script = script;
    daemon(this::accept);
  }

  URI url(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + pathAndQuery);
  }

  /** How many connections there were. */
  int accepted() {
    return accepted.get();
  }

  /** Whether it has said all that it has to say. */
  boolean hasSaidAll() {
    return responding.get() == 0;
  }

  /** How many connections there are. */
  int open() {
    return open.size();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Wire wire = new Wire(socket.accept());
        accepted.incrementAndGet();
        open.add(wire);
        daemon(() -> converse(wire));
      } catch (IOException closed) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private void converse(Wire wire) {
    try (wire) {
      for (String path = wire.request(); path != null; path = wire.request()) {
        if (path.equals(NEXT)) {
          wire.say("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext");
        } else {
          respond(wire);
        }
      }
    } catch (IOException gone) {
      // The client has hung up, as it may.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(wire);
    }
  }

  private void respond(Wire wire) throws IOException, InterruptedException {
    responding.incrementAndGet();
    try {
      script.respond(wire);
    } finally {
      responding.decrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Wire wire : open) {
      wire.close();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** The server's end of one connection. */
  static final class Wire implements AutoCloseable {
    private final Socket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String path = "";

    private Wire(Socket socket) {
      this.socket = socket;
    }

    /** The path of the next request; null if the client is gone. */
    private String request() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = closed.getCount() == 0 ? -1 : in.read();
        if (next < 0) {
          return null;
        }
        head.write(next);
      }
      path = head.toString(StandardCharsets.ISO_8859_1).split(" ", 3)[1];
      return path;
    }

    /** The path of the request at hand. */
    String path() {
      return path;
    }

    Wire say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    /** Says it again and again, as fast as it can, until the client is gone. */
    void repeat(String text) throws IOException {
      String many = text.repeat(Math.max(1, 4_096 / text.length()));
      while (closed.getCount() > 0) {
        say(many);
      }
    }

    /** Says it again every so many milliseconds, until the client is gone. */
    void drip(String text, long everyMillis) throws IOException, InterruptedException {
      do {
        say(text);
      } while (!closed.await(everyMillis, TimeUnit.MILLISECONDS));
    }

    /** Breaks the connection instead of closing it. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      close();
    }

    @Override
    public void close() throws IOException {
      closed.countDown();
      socket.close();
    }
  }
}
