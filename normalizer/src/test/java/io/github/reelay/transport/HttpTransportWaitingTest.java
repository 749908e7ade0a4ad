package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries whose caller waits, over a connection that is open and over none. */
@Timeout(60)
class HttpTransportWaitingTest {
  private final HttpTransport transport = HttpTransport.create();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = ScriptedServer.playing(ServerConnection::stallOrRespond);
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.close();
  }

  private String reader(String path) throws Exception {
    return transport.sendAndWait(
        get(server.uri(path)), response -> text(response) + Thread.currentThread().getName());
  }

  @Test
  void usesTheCallersThreadAndNoOther() throws Exception {
    Set<Thread> before = Queries.threads();
    for (int i = 0; i < 5; i++) {
      assertThat(reader("/2")).isEqualTo("{}" + Thread.currentThread().getName());
    }

    assertThat(server.accepted()).isEqualTo(1);
    assertThat(transport.idle()).isEqualTo(1);
    assertThat(transport.leased()).isZero();
    assertThat(Queries.threads())
        .filteredOn(thread -> !before.contains(thread))
        .extracting(Thread::getName)
        .containsExactly("reelay-deadline");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsAtTheDeadline(boolean open) throws Exception {
    open(open);
    long start = System.nanoTime();

    Throwable failure =
        catchThrowable(
            () ->
                transport.sendAndWait(
                    get(server.uri("/stall"), Duration.ofSeconds(1)), response -> response));

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    assertThat(failure).isInstanceOf(ExecutionException.class);
    assertThat(failure.getCause())
        .isExactlyInstanceOf(InterruptedIOException.class)
        .hasMessage(
            "expected the complete response of 127.0.0.1 within 1000 ms, found it incomplete; try"
                + " again or allow more time");
    assertNothingIsLeft();
  }

  private void open(boolean open) throws Exception {
    if (open) {
      response(transport.send(get(server.uri("/"))));
    }
  }

  private void assertNothingIsLeft() throws Exception {
    eventually("the connection is closed", () -> assertThat(server.open()).isZero());
    eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
    assertThat(transport.idle()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptEndsIt(boolean open) throws Exception {
    open(open);
    int before = server.heads().size();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () ->
                thrown.set(
                    catchThrowable(
                        () -> transport.sendAndWait(get(server.uri("/stall")), a -> a))));
    caller.start();
    eventually("it has arrived", () -> assertThat(server.heads()).hasSize(before + 1));

    caller.interrupt();
    caller.join(30_000);

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertNothingIsLeft();
  }

  @Test
  void anInterruptBeforehandLeavesTheConnectionAlone() throws Exception {
    open(true);
    Thread.currentThread().interrupt();

    Throwable thrown =
        catchThrowable(() -> transport.sendAndWait(get(server.uri("/stall")), a -> a));

    assertThat(thrown).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");
  }

  @Test
  void closingTheTransportEndsIt() throws Exception {
    open(true);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () ->
                thrown.set(
                    catchThrowable(
                        () -> transport.sendAndWait(get(server.uri("/stall")), a -> a))));
    caller.start();
    eventually("it has arrived", () -> assertThat(server.heads()).hasSize(2));

    transport.close();
    caller.join(30_000);

    assertThat(thrown.get())
        .hasRootCauseMessage(
            "expected an open transport for 127.0.0.1, found it closed; create another one");
    assertThat(catchThrowable(() -> transport.sendAndWait(get(server.uri("/")), a -> a)))
        .hasRootCauseMessage(
            "expected an open transport for 127.0.0.1, found it closed; create another one");
  }

  @Test
  void aNameServiceThatHangsHoldsNobodyBeyondTheDeadline() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    FakeDns dns =
        FakeDns.to127001(host -> assertThat(released.await(30, TimeUnit.SECONDS)).isTrue());
    try (HttpTransport slow =
        HttpTransport.create(
            TransportLimits.defaults(), NetworkSettings.defaults().withDnsResolver(dns))) {
      Throwable failure =
          catchThrowable(
              () ->
                  slow.sendAndWait(
                      get(server.uri("slow.example", "/"), Duration.ofMillis(100)),
                      RecordedResponse::body));

      assertThat(failure).hasCauseExactlyInstanceOf(InterruptedIOException.class);
      released.countDown();
    }
    assertThat(server.accepted()).isZero();
  }
}
