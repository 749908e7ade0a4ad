package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.transport.ScriptedServer.Script;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpTransportDeadlineTest {

  private static final Duration DEADLINE = Duration.ofMillis(200);

  /** For a busy machine; the servers here would let a query wait for ever. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private static final String HEAD = "HTTP/1.1 200 OK\r\n";

  private final HttpTransport transport = HttpTransport.create();

  /** Loading the client can take longer than the deadlines here; it is not what they are about. */
  @BeforeEach
  void loadTheClient() throws Exception {
    try (ScriptedServer polite =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      response(transport.send(get(polite.uri("/"))));
    }
  }

  @AfterEach
  void close() {
    transport.close();
  }

  static Stream<Arguments> slowServers() {
    return Stream.of(
        slow("stalls before the head", connection -> connection.stall()),
        slow("stalls within the head", connection -> connection.say(HEAD + "Content-Le").stall()),
        slow(
            "stalls after the head",
            connection -> connection.say(HEAD + "Content-Length: 9\r\n\r\n").stall()),
        slow(
            "stalls in the body",
            connection -> connection.say(HEAD + "Content-Length: 9\r\n\r\n{").stall()),
        slow("drips header bytes", connection -> connection.say(HEAD + "X: ").drip("x", 50)),
        slow("drips whole headers", connection -> connection.say(HEAD).drip("X: x\r\n", 50)),
        slow("drips the body", connection -> connection.say(HEAD + "\r\n").drip("x", 50)),
        slow("drips chunks", connection -> connection.say(HEAD + CHUNKED).drip("1\r\nx\r\n", 50)),
        slow(
            "drips interim responses",
            connection -> connection.drip("HTTP/1.1 100 Continue\r\n\r\n", 50)),
        slow(
            "never ends the last chunk",
            connection -> connection.say(HEAD + CHUNKED + "0\r\n").stall()));
  }

  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

  private static Arguments slow(String what, Script afterRequest) {
    Script script =
        connection -> {
          connection.request();
          afterRequest.play(connection);
        };
    return Arguments.of(what, script);
  }

  @ParameterizedTest(name = "a server that {0}")
  @MethodSource("slowServers")
  void endsAtTheDeadline(String what, Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(script)) {

      assertEndsAtDeadline(server.uri("/v1/task?key=secret"));

      assertThat(server.heads()).as("none if the machine is busy").hasSizeLessThanOrEqualTo(1);
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
      eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
      assertThat(transport.idle()).as("the one of the polite server").isEqualTo(1);
    }
  }

  @Test
  void endsAtTheDeadlineWhenTheTlsHandshakeIsSilent() throws Exception {
    try (ScriptedServer server = ScriptedServer.pretendingTls(ServerConnection::stall)) {

      assertEndsAtDeadline(server.uri("/"));

      eventually(
          "the connection is closed",
          () -> assertThat(server.open()).as("of %d accepted", server.accepted()).isZero());
      eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
    }
  }

  @Test
  void endsAtTheDeadlineWhenConnectingHangs() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket full = new ServerSocket(0, 1, loopback)) {
      List<SocketChannel> crowd = fillBacklog(full.getLocalPort());

      assertEndsAtDeadline(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"));

      eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
      assertThat(crowd.get(7).finishConnect()).as("the last of the crowd got in").isFalse();
      for (SocketChannel channel : crowd) {
        channel.close();
      }
    }
  }

  private static List<SocketChannel> fillBacklog(int port) throws Exception {
    List<SocketChannel> crowd = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      crowd.add(channel);
    }
    return crowd;
  }

  @Test
  void endsAtTheDeadlineWhenDnsHangsAndDropsItsLateResult() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    FakeDns dns =
        FakeDns.to127001(host -> assertThat(released.await(30, TimeUnit.SECONDS)).isTrue());
    try (HttpTransport slow = transportWith(dns);
        ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      assertEndsAtDeadline(slow, server.uri("slow.example", "/"), "slow.example");
      eventually("nothing is leased", () -> assertThat(slow.leased()).isZero());
      released.countDown();
      RecordedResponse next = response(slow.send(get(server.uri("slow.example", "/"))));

      assertThat(text(next)).isEqualTo("{}");
      assertThat(server.accepted()).isEqualTo(1);
      assertThat(slow.leased()).isZero();
      assertThat(slow.idle()).isEqualTo(1);
    }
  }

  private static HttpTransport transportWith(FakeDns dns) {
    return HttpTransport.create(
        TransportLimits.defaults().withConnectionsPerRoute(1),
        NetworkSettings.defaults().withDnsResolver(dns));
  }

  @Test
  void coversTheLoadingOfTheClient() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    try (HttpTransport slow =
            HttpTransport.create(TransportLimits.defaults(), () -> loaded(released));
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {

      assertEndsAtDeadline(slow, server.uri("/"), "127.0.0.1");

      assertThat(server.accepted()).isZero();
      released.countDown();
    }
  }

  private static NetworkSettings loaded(CountDownLatch released) {
    waitFor(new CountDownLatch(1), released);
    return NetworkSettings.defaults();
  }

  @Test
  void countsTheDeadlineWhileAQueryWaitsForAPlace() throws Exception {
    TransportLimits single = TransportLimits.defaults().withConnectionsPerRoute(1);
    try (HttpTransport narrow = HttpTransport.create(single);
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {
      CompletableFuture<RecordedResponse> first = narrow.send(get(server.uri("/")));
      eventually("it is connected", () -> assertThat(server.accepted()).isEqualTo(1));

      assertEndsAtDeadline(narrow, server.uri("/"), "127.0.0.1");

      assertThat(first).isNotDone();
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void endsSeventyStallsOverSixtyFourPlacesAndThenWorks() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      List<CompletableFuture<RecordedResponse>> stalls = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < 70; i++) {
        stalls.add(transport.send(get(server.uri("/stall"), DEADLINE)));
      }

      for (CompletableFuture<RecordedResponse> stall : stalls) {
        failure(stall, InterruptedIOException.class);
      }

      assertThat(since(start)).isBetween(DEADLINE, DEADLINE.plus(MARGIN));
      assertThat(text(response(transport.send(get(server.uri("/ok")))))).isEqualTo("{}");
      eventually("only the last connection is left", () -> assertThat(server.open()).isEqualTo(1));
      eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
    }
  }

  @Test
  void keepsOtherDeadlinesWhileACallerBlocksAfterOne() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {
      CompletableFuture<Void> busy =
          transport
              .send(get(server.uri("/"), Duration.ofMillis(50)))
              .handle((response, failure) -> waitFor(blocked, released));
      assertThat(blocked.await(30, TimeUnit.SECONDS)).isTrue();

      assertEndsAtDeadline(server.uri("/"));

      assertThat(busy).isNotDone();
      released.countDown();
    }
  }

  private static Void waitFor(CountDownLatch blocked, CountDownLatch released) {
    blocked.countDown();
    try {
      assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private void assertEndsAtDeadline(URI uri) {
    assertEndsAtDeadline(transport, uri, "127.0.0.1");
  }

  private static void assertEndsAtDeadline(HttpTransport transport, URI uri, String host) {
    long start = System.nanoTime();

    InterruptedIOException failure =
        failure(transport.send(get(uri, DEADLINE)), InterruptedIOException.class);

    assertThat(since(start)).isBetween(DEADLINE, DEADLINE.plus(MARGIN));
    assertThat(failure)
        .hasMessage(
            "expected the complete response of "
                + host
                + " within 200 ms, found it incomplete; try again or allow more time");
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
