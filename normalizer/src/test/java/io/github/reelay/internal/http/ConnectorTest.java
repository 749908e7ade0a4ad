package io.github.reelay.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.network.DnsResolver;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is connected to, and what is left of a connection that nobody wants any more. */
class ConnectorTest {
  private final List<String> queried = new ArrayList<>();
  private final List<Socket> made = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private Runnable beforeTheResponse = () -> {};
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private HttpConnection connect(Predicate<InetAddress> allowed) throws IOException {
    return connect(allowed, cancellation);
  }

  private HttpConnection connect(Predicate<InetAddress> allowed, Cancellation held)
      throws IOException {
    DnsResolver resolver =
        host -> {
          queried.add(host);
          beforeTheResponse.run();
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    DetachedSocketFactory sockets =
        () -> {
          Socket socket = DetachedSocketFactory.interruptible();
          made.add(socket);
          return socket;
        };
    return new Connector(
            NetworkSettings.defaults().withDnsResolver(resolver),
            allowed,
            sockets,
            new HeadLimits(10, 100))
        .connect(new Route(false, "relay.example", server.getLocalPort()), held, 0);
  }

  @Test
  void looksNothingUpForWhatIsNotWantedAnyMore() {
    cancellation.cancel();

    assertThatThrownBy(() -> connect(address -> true))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("expected a query that goes on, found it cancelled");
    assertThat(queried).isEmpty();
    assertThat(made).isEmpty();
  }

  @Test
  void connectsNowhereIfItIsEndedDuringTheLookUp() {
    beforeTheResponse = cancellation::cancel;

    assertThatThrownBy(() -> connect(address -> true)).isInstanceOf(InterruptedIOException.class);
    assertThat(queried).containsExactly("relay.example");
    assertThat(made).isEmpty();
  }

  @Test
  void closesWhatItConnectedWhenItIsEnded() throws Exception {
    HttpConnection connection = connect(address -> true);
    assertThat(made).hasSize(1).noneMatch(Socket::isClosed);
    assertThat(connection.isClean()).isTrue();

    cancellation.cancel();

    assertThat(made).allMatch(Socket::isClosed);
    assertThat(connection.isClean()).isFalse();
  }

  @Test
  void connectsToNoAddressThatIsNotAllowed() {
    assertThatThrownBy(() -> connect(address -> false))
        .isInstanceOf(ForbiddenAddressException.class)
        .hasMessage("expected an address that is allowed, found another");
    assertThat(made).isEmpty();
  }

  @Test
  void isNotCleanOnceTheOtherSideHasSpokenOrClosed() throws Exception {
    try (HttpConnection spoken = connect(address -> true, new Cancellation());
        Socket speaker = server.accept();
        HttpConnection closed = connect(address -> true, new Cancellation())) {
      server.accept().close();
      assertThat(spoken.isClean()).isTrue();
      speaker.getOutputStream().write('H');

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .pollInSameThread()
          .untilAsserted(
              () -> {
                assertThat(spoken.isClean()).isFalse();
                assertThat(closed.isClean()).isFalse();
              });
    }
  }
}
