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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpTransportCancelTest {

  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  static Stream<Script> stalls() {
    String head = "HTTP/1.1 200 OK\r\n";
    return Stream.of(
        ServerConnection::stall,
        connection -> connection.say(head).stall(),
        connection -> connection.say(head + "Content-Length: 9\r\n\r\n{").stall());
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void closesTheConnectionOfACancelledQuery(Script stall) throws Exception {
    CountDownLatch stalled = new CountDownLatch(1);
    Script script =
        connection -> {
          connection.request();
          stalled.countDown();
          stall.play(connection);
        };
    try (ScriptedServer server = ScriptedServer.playing(script)) {
      CompletableFuture<RecordedResponse> future = transport.send(get(server.uri("/")));
      assertThat(stalled.await(30, TimeUnit.SECONDS)).isTrue();

      assertThat(future.cancel(true)).isTrue();

      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
      eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
      assertThat(future).isCancelled();
    }
  }

  @Test
  void closesTheConnectionHoweverTheFutureEnds() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {
      CompletableFuture<RecordedResponse> future = transport.send(get(server.uri("/")));
      eventually("it is connected", () -> assertThat(server.open()).isEqualTo(1));

      future.orTimeout(1, TimeUnit.MILLISECONDS);

      failure(future, TimeoutException.class);
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
    }
  }

  @Test
  void takesACancelledQueryOffTheQueue() throws Exception {
    TransportLimits single = TransportLimits.defaults().withConnectionsPerRoute(1);
    try (HttpTransport narrow = HttpTransport.create(single);
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      CompletableFuture<RecordedResponse> first = narrow.send(get(server.uri("/stall")));
      CompletableFuture<RecordedResponse> second = narrow.send(get(server.uri("/second")));
      CompletableFuture<RecordedResponse> third = narrow.send(get(server.uri("/third")));
      eventually("the first has arrived", () -> assertThat(server.heads()).hasSize(1));

      second.cancel(true);
      first.cancel(true);

      assertThat(text(response(third))).isEqualTo("{}");
      assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("/second"));
    }
  }

  @Test
  void connectsNowhereIfCancelledWhileTheNameServiceHangs() throws Exception {
    CountDownLatch queried = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    FakeDns dns =
        FakeDns.to127001(
            host -> {
              queried.countDown();
              assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
            });
    try (HttpTransport slow = transportWith(dns);
        ScriptedServer server = ScriptedServer.playing(ServerConnection::echoAll)) {
      CompletableFuture<RecordedResponse> first = slow.send(get(server.uri("relay.example", "/1")));
      assertThat(queried.await(30, TimeUnit.SECONDS)).isTrue();

      first.cancel(true);
      released.countDown();

      RecordedResponse second = response(slow.send(get(server.uri("relay.example", "/2"))));
      assertThat(text(second)).isEqualTo("/2");
      assertThat(server.accepted()).isEqualTo(1);
      assertThat(slow.leased()).isZero();
    }
  }

  private static HttpTransport transportWith(FakeDns dns) {
    return HttpTransport.create(
        TransportLimits.defaults().withConnectionsPerRoute(1),
        NetworkSettings.defaults().withDnsResolver(dns));
  }

  @Test
  void leavesNothingBehindAfterAThousandCancellations() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      for (int round = 0; round < 20; round++) {
        List<CompletableFuture<RecordedResponse>> warm = sendAll(server, "/ok", 32);
        for (CompletableFuture<RecordedResponse> query : warm) {
          response(query);
        }

        for (CompletableFuture<RecordedResponse> query : sendAll(server, "/stall", 50)) {
          query.cancel(true);
        }
      }

      assertNothingIsLeft(server);
    }
  }

  @Test
  void leavesNothingBehindIfCancelledInMidFlightOnReusedConnections() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      for (int round = 1; round <= 10; round++) {
        for (CompletableFuture<RecordedResponse> query : sendAll(server, "/ok", 20)) {
          response(query);
        }
        server.heads().clear();
        List<CompletableFuture<RecordedResponse>> stalls = sendAll(server, "/stall", 20);
        eventually("all have arrived", () -> assertThat(server.heads()).hasSize(20));

        stalls.forEach(query -> query.cancel(true));
      }

      assertNothingIsLeft(server);
    }
  }

  @Test
  void losesNoResponseToCancellationsThatComeTooLate() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::echoAll)) {
      for (int i = 0; i < 300; i++) {
        CompletableFuture<RecordedResponse> late = transport.send(get(server.uri("/late")));
        CompletableFuture<RecordedResponse> kept = transport.send(get(server.uri("/kept")));
        if (i % 2 == 0) {
          response(late);
        }
        late.cancel(true);
        assertThat(text(response(kept))).isEqualTo("/kept");
      }

      assertNothingIsLeft(server);
    }
  }

  private List<CompletableFuture<RecordedResponse>> sendAll(
      ScriptedServer server, String to, int count) {
    List<CompletableFuture<RecordedResponse>> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queries.add(transport.send(get(server.uri(to))));
    }
    return queries;
  }

  /** Neither in the pool nor at the server; and every place can be taken again. */
  private void assertNothingIsLeft(ScriptedServer server) throws Exception {
    eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
    eventually(
        "no socket is open but the idle ones",
        () ->
            assertThat(server.open())
                .as("open ones of %d accepted", server.accepted())
                .isEqualTo(transport.idle()));
    for (CompletableFuture<RecordedResponse> query : sendAll(server, "/ok", 64)) {
      assertThat(response(query).httpStatus()).isEqualTo(200);
    }
    assertThat(transport.leased()).isZero();
  }
}
