package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a port on loopback that can be cut: connections stay open then, and carry nothing. */
final class TcpRelay implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ExecutorService threads = Executors.newCachedThreadPool(TcpRelay::daemon);
  private final ServerSocket server;
  private final int target;
  private boolean isCut;

  TcpRelay(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "tcp-relay");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return server.getLocalPort();
  }

  void cut(boolean value) {
    lock.lock();
    try {
      isCut = value;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitHealed() {
    lock.lock();
    try {
      while (isCut) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> connect(client));
      }
    } catch (IOException closed) {
      threads.shutdownNow();
    }
  }

  private void connect(Socket client) {
    try {
      awaitHealed();
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
      upstream.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      threads.execute(() -> carry(upstream, client));
      carry(client, upstream);
    } catch (IOException refused) {
      close(client);
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitHealed();
        out.write(buffer, 0, read);
      }
    } catch (IOException over) {
      close(from);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      System.err.println("closing a connection: " + gone);
    }
  }

  @Override
  public void close() {
    cut(false);
    try {
      server.close();
    } catch (IOException gone) {
      System.err.println("closing the relay: " + gone);
    }
  }
}
