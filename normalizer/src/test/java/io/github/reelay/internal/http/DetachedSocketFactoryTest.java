package io.github.reelay.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the system properties for SOCKS do: nothing to the sockets of queries and downloads. */
class DetachedSocketFactoryTest {
  private static final String HOST = "socksProxyHost";
  private static final String PORT = "socksProxyPort";
  private static final String WITHOUT = "socksNonProxyHosts";

  private ServerSocket socks;
  private ServerSocket host;
  private SocketAddress target;

  @BeforeEach
  void setProperties() throws IOException {
    socks = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    host = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), host.getLocalPort());
    Map.of(HOST, "127.0.0.1", PORT, String.valueOf(socks.getLocalPort()), WITHOUT, "")
        .forEach(System::setProperty);
  }

  @AfterEach
  void clearProperties() throws IOException {
    System.clearProperty(HOST);
    System.clearProperty(PORT);
    System.clearProperty(WITHOUT);
    socks.close();
    host.close();
  }

  @Test
  void connectWhereTheyAreSent() throws Exception {
    try (Socket socket = DetachedSocketFactory.interruptible()) {
      socket.connect(target, 5_000);

      try (Socket accepted = host.accept()) {
        assertThat(accepted.getPort()).isEqualTo(socket.getLocalPort());
      }
      assertThat(socket.getPort()).isEqualTo(host.getLocalPort());
    }
  }

  /** Else the test above could not fail. */
  @Test
  void areNoUsualSockets() throws Exception {
    CompletableFuture<Boolean> queried =
        CompletableFuture.supplyAsync(
            () -> {
              try (Socket accepted = socks.accept()) {
                return accepted.getInputStream().read() == 5;
              } catch (IOException closed) {
                return false;
              }
            });
    try (Socket usual = new Socket()) {
      Throwable failed = catchThrowable(() -> usual.connect(target, 5_000));

      assertThat(failed).isInstanceOf(IOException.class);
    }
    assertThat(queried.get(30, TimeUnit.SECONDS)).isTrue();
  }
}
