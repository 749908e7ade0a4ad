package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static io.github.reelay.transport.Queries.threads;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportLifecycleTest {

  private static final String CLOSED =
      "expected an open transport for 127.0.0.1, found it closed; create another one";

  @BeforeEach
  void startWithoutThreadsOfOthers() throws Exception {
    eventually("no thread of another test is left", () -> assertThat(threads()).isEmpty());
  }

  @Test
  void startsNothingUntilTheFirstQuery() throws Exception {
    AtomicInteger built = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"));
        HttpTransport transport = counting(built)) {
      assertThat(threads()).isEmpty();
      assertThat(built).hasValue(0);

      List<CompletableFuture<RecordedResponse>> queries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        queries.add(transport.send(get(server.uri("/"))));
      }

      for (CompletableFuture<RecordedResponse> query : queries) {
        response(query);
      }
      assertThat(threads()).isNotEmpty();
      assertThat(built).hasValue(1);
    }
  }

  private static HttpTransport counting(AtomicInteger built) {
    return HttpTransport.create(
        TransportLimits.defaults(),
        () -> {
          built.incrementAndGet();
          return NetworkSettings.defaults();
        });
  }

  @Test
  void runsOnNamedDaemonThreadsOnly() throws Exception {
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    try (HttpTransport transport = HttpTransport.create();
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {

      transport.send(get(server.uri("/1")));
      transport.send(get(server.uri("/2")));
      eventually("both are connected", () -> assertThat(server.open()).isEqualTo(2));

      Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
      started.removeAll(before);
      started.removeIf(thread -> thread.getName().startsWith("server-"));
      assertThat(started).allMatch(Thread::isDaemon);
      assertThat(started)
          .extracting(Thread::getName)
          .containsExactlyInAnyOrder("reelay-deadline", "reelay-http-1", "reelay-http-2");
    }
  }

  @Test
  void endsThreadsConnectionsAndQueriesWhenClosed() throws Exception {
    TransportLimits narrow = TransportLimits.defaults().withConnectionsPerRoute(2);
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      HttpTransport transport = HttpTransport.create(narrow);
      response(transport.send(get(server.uri("/ok"))));
      List<CompletableFuture<RecordedResponse>> queries = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        queries.add(transport.send(get(server.uri("/stall"))));
      }
      eventually("two are in flight, three wait", () -> assertThat(server.heads()).hasSize(3));

      transport.close();

      assertThat(queries).allMatch(CompletableFuture::isCompletedExceptionally);
      for (CompletableFuture<RecordedResponse> query : queries) {
        assertThat(failure(query, IOException.class)).hasMessage(CLOSED);
      }
      eventually("no thread is left", () -> assertThat(threads()).isEmpty());
      eventually("no connection is left", () -> assertThat(server.open()).isZero());
    }
  }

  @Test
  void closesAllConnectionsBeforeAnythingACallerAttachedRuns() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {
      HttpTransport transport = HttpTransport.create();
      List<CompletableFuture<Boolean>> seen = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        seen.add(transport.send(get(server.uri("/"))).handle((a, f) -> endsSoon(server)));
      }
      eventually("all are connected", () -> assertThat(server.open()).isEqualTo(5));

      transport.close();

      assertThat(seen).allSatisfy(ended -> assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue());
    }
  }

  private static boolean endsSoon(ScriptedServer server) {
    eventually("no connection is left", () -> assertThat(server.open()).isZero());
    return true;
  }

  @Test
  void closesIdleConnectionsWhenClosed() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      HttpTransport transport = HttpTransport.create();
      response(transport.send(get(server.uri("/"))));

      transport.close();

      eventually("no connection is left", () -> assertThat(server.open()).isZero());
    }
  }

  @Test
  void failsQueriesAfterItWasClosed() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      HttpTransport transport = HttpTransport.create();
      transport.close();
      transport.close();

      CompletableFuture<RecordedResponse> late = transport.send(get(server.uri("/")));

      assertThat(late).isCompletedExceptionally();
      assertThat(failure(late, IOException.class)).hasMessage(CLOSED);
      assertThat(threads()).isEmpty();
      assertThat(server.accepted()).isZero();
    }
  }

  @Test
  void connectsNowhereIfClosedWhileTheNameServiceHangs() throws Exception {
    CountDownLatch queried = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    FakeDns dns =
        FakeDns.to127001(
            host -> {
              queried.countDown();
              assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
            });
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::stall)) {
      HttpTransport transport =
          HttpTransport.create(
              TransportLimits.defaults(), NetworkSettings.defaults().withDnsResolver(dns));
      CompletableFuture<RecordedResponse> query =
          transport.send(get(server.uri("slow.example", "/")));
      assertThat(queried.await(30, TimeUnit.SECONDS)).isTrue();

      transport.close();

      assertThat(query).isCompletedExceptionally();
      released.countDown();
      eventually("no thread is left", () -> assertThat(threads()).isEmpty());
      assertThat(server.accepted()).isZero();
    }
  }

  @Test
  void canBeClosedByWhatACallerAttached() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      HttpTransport transport = HttpTransport.create();

      CompletableFuture<Void> closing =
          transport.send(get(server.uri("/"))).thenAccept(response -> transport.close());

      closing.get(30, TimeUnit.SECONDS);
      eventually("no thread is left", () -> assertThat(threads()).isEmpty());
    }
  }

  @Test
  void closesConnectionsThatStayIdle() throws Exception {
    TransportLimits brief = TransportLimits.defaults().withKeepIdle(Duration.ofMillis(100));
    try (HttpTransport transport = HttpTransport.create(brief);
        ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      response(transport.send(get(server.uri("/"))));

      eventually("the idle connection is closed", () -> assertThat(server.open()).isZero());
      assertThat(transport.idle()).isZero();
      assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");
    }
  }

  @Test
  void givesThePlaceOnBeforeWhatACallerAttachedRuns() throws Exception {
    TransportLimits single = TransportLimits.defaults().withConnectionsPerRoute(1);
    try (HttpTransport transport = HttpTransport.create(single);
        ScriptedServer server = ScriptedServer.playing(ServerConnection::echoAll)) {

      CompletableFuture<String> nested =
          transport
              .send(get(server.uri("/first")))
              .thenApply(first -> text(transport.send(get(server.uri("/second"))).join()));

      assertThat(nested.get(30, TimeUnit.SECONDS)).isEqualTo("/second");
    }
  }

  @Test
  void showsNoSecretInAnyText() throws Exception {
    try (HttpTransport transport = HttpTransport.create();
        ScriptedServer server = ScriptedServer.playing(ServerConnection::echoAll)) {
      HttpRequest request =
          new HttpRequest(
              server.uri("/secret?secret"),
              Map.of("Authorization", "secret"),
              Queries.PATIENT,
              Queries.MAX_BYTES);

      CompletableFuture<RecordedResponse> future = transport.send(request);

      assertThat(request).hasToString("HttpRequest[GET http://127.0.0.1]");
      assertThat(response(future)).hasToString("RecordedResponse[status=200, bytes=14]");
      assertThat(future.toString()).doesNotContain("secret");
      assertThat(transport)
          .hasToString("HttpTransport[" + TransportLimits.defaults().toString() + "]");
    }
  }
}
