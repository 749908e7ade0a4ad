package io.github.reelay.page;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.internal.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The HTTP server of the page; all its threads are daemons. */
final class PageServer implements AutoCloseable {
  // The JDK's server sends head and body apart, which takes 40 ms because of Nagle's algorithm.
  // Only this property of the JDK, read when a process makes its first server, switches that off.
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";
  private static final int WAITING = 100;

  private final HttpServer server;
  private final ThreadPoolExecutor workers;

  /**
   * Binds the address.
   *
   * @param threads how many requests are served at a time
   * @throws UncheckedIOException if that is not possible
   */
  PageServer(InetSocketAddress address, int threads) {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "expected to serve the page at "
              + address.getHostString()
              + " and port "
              + address.getPort()
              + ", found that the port is taken or the address is not this machine's; choose"
              + " another, or port 0 for any",
          taken);
    }
    workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            DaemonThreads.numbered("reelay-page-"));
    workers.allowCoreThreadTimeOut(true);
    server.setExecutor(workers);
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  void serve(HttpHandler handler) {
    server.createContext("/", handler);
    // The server's own thread is a daemon only if a daemon starts it.
    Thread starter = DaemonThreads.named("reelay-page-start").newThread(server::start);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("expected to start the page, found an interrupt", stop);
    }
  }

  /** Breaks what is under way. */
  @Override
  public void close() {
    workers.shutdownNow();
    server.stop(0);
  }
}
