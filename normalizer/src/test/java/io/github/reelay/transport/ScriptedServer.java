package io.github.reelay.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A server on loopback that plays one script per connection, however rude. */
final class ScriptedServer implements AutoCloseable {

  /** What the server does with one connection; ending it closes the connection. */
  @FunctionalInterface
  interface Script {
    void play(ServerConnection connection) throws IOException, InterruptedException;
  }

  private final String scheme;
  private final ServerSocket socket;
  private final Script script;
  private final Set<ServerConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger gone = new AtomicInteger();
  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();

  private ScriptedServer(String scheme, ServerSocket socket, Script script) {
    this.scheme = scheme;
    this.socket = socket;
    this.script = script;
    start("server-accept", this::accept);
  }

  static ScriptedServer playing(Script script) throws IOException {
    return new ScriptedServer("http", listen(), script);
  }

  /** Says nothing of TLS, although its address does. */
  static ScriptedServer pretendingTls(Script script) throws IOException {
    return new ScriptedServer("https", listen(), script);
  }

  static ScriptedServer overTls(SSLContext context, Script script) throws IOException {
    ServerSocket secured =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 200, InetAddress.getLoopbackAddress());
    return new ScriptedServer("https", secured, script);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  URI uri(String pathAndQuery) {
    return uri("127.0.0.1", pathAndQuery);
  }

  URI uri(String host, String pathAndQuery) {
    return URI.create(scheme + "://" + host + ":" + socket.getLocalPort() + pathAndQuery);
  }

  /** How many connections there were. */
  int accepted() {
    return accepted.get();
  }

  /** How many connections there are. */
  int open() {
    return open.size();
  }

  /** How many scripts ended because the client was gone. */
  int gone() {
    return gone.get();
  }

  /** The heads of the requests, in the order they came. */
  BlockingQueue<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (ServerConnection connection : open) {
      connection.close();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        ServerConnection connection = new ServerConnection(socket.accept(), heads);
        accepted.incrementAndGet();
        open.add(connection);
        start("server-peer", () -> play(connection));
      } catch (IOException closed) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private void play(ServerConnection connection) {
    try (connection) {
      script.play(connection);
    } catch (IOException clientGone) {
      gone.incrementAndGet();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
