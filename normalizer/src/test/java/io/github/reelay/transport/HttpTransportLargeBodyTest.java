package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.IncompleteResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the bodies of more than 1,024 bytes one is held at a time. */
@Timeout(60)
class HttpTransportLargeBodyTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String SMALL = "s".repeat(1_024);
  private static final String LARGE = "l".repeat(1_025);

  private final HttpTransport transport =
      HttpTransport.create(TransportLimits.defaults().withSmallBody(1_024));
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch read = new CountDownLatch(1);
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = ScriptedServer.playing(HttpTransportLargeBodyTest::play);
  }

  @AfterEach
  void stop() throws IOException {
    read.countDown();
    transport.close();
    server.close();
  }

  private static void play(ServerConnection connection) throws IOException {
    for (String head = connection.request(); head != null; head = connection.request()) {
      String path = head.split(" ", 3)[1];
      switch (path) {
        case "/small" -> connection.respond(SMALL);
        case "/small-chunks" -> connection.say(OK + chunked(SMALL));
        case "/large" -> connection.respond(LARGE);
        case "/large-chunks" -> connection.say(OK + chunked(LARGE));
        case "/large-zipped" -> connection.respondZipped(zip(LARGE));
        case "/endless" -> connection.say(OK + "\r\n").repeat(LARGE);
        case "/cut" -> connection.say(OK + "Content-Length: 9999\r\n\r\n" + LARGE).close();
        default -> throw new IOException(path);
      }
    }
  }

  private static String chunked(String body) {
    return "Transfer-Encoding: chunked\r\n\r\n"
        + Integer.toHexString(body.length())
        + "\r\n"
        + body
        + "\r\n0\r\n\r\n";
  }

  private static byte[] zip(String plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain.getBytes(StandardCharsets.ISO_8859_1));
    }
    return zipped.toByteArray();
  }

  private CompletableFuture<RecordedResponse> send(String path) {
    return transport.send(get(server.uri(path)));
  }

  /** A query that keeps its turn until the latch falls; has it when this returns. */
  private CompletableFuture<String> hold() throws InterruptedException {
    CompletableFuture<String> holder =
        transport.send(
            get(server.uri("/large")),
            response -> {
              held.countDown();
              await(read);
              return text(response);
            });
    assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
    return holder;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/large", "/large-chunks", "/large-zipped", "/endless"})
  void aLargeBodyWaitsUntilTheOneBeforeIsRead(String path) throws Exception {
    CompletableFuture<String> holder = hold();

    CompletableFuture<RecordedResponse> waiting = transport.send(get(server.uri(path), 2_000));
    for (int i = 0; i < 20; i++) {
      assertThat(text(response(send("/small")))).isEqualTo(SMALL);
      assertThat(text(response(send("/small-chunks")))).isEqualTo(SMALL);
    }
    assertThat(waiting).isNotDone();
    assertThat(holder).isNotDone();
    read.countDown();

    assertThat(holder.get(30, TimeUnit.SECONDS)).isEqualTo(LARGE);
    assertThat(text(response(waiting)))
        .startsWith(LARGE)
        .hasSize(path.equals("/endless") ? 2_001 : 1_025);
    eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
  }

  @Test
  void theConnectionOfALargeBodyIsUsedAgain() throws Exception {
    for (String path : new String[] {"/large", "/large-chunks", "/large-zipped", "/large"}) {
      assertThat(text(response(send(path)))).isEqualTo(LARGE);
    }

    assertThat(server.accepted()).isEqualTo(1);
  }

  @Test
  void waitingCountsTowardsTheDeadline() throws Exception {
    CompletableFuture<String> holder = hold();

    InterruptedIOException failure =
        failure(
            transport.send(get(server.uri("/large"), Duration.ofMillis(100))),
            InterruptedIOException.class);

    assertThat(failure)
        .hasMessage(
            "expected the complete response of 127.0.0.1 within 100 ms, found it incomplete; try"
                + " again or allow more time");
    assertNothingIsLeft(holder);
  }

  @Test
  void aCancelledOneStopsWaiting() throws Exception {
    CompletableFuture<String> holder = hold();
    CompletableFuture<RecordedResponse> first = send("/large");
    CompletableFuture<RecordedResponse> second = send("/large-zipped");
    eventually("both wait", () -> assertThat(transport.leased()).isEqualTo(2));

    first.cancel(true);
    second.cancel(true);

    eventually("their connections are closed", () -> assertThat(transport.leased()).isZero());
    assertNothingIsLeft(holder);
  }

  @Test
  void theTurnGoesOnWhenItsHolderIsCancelled() throws Exception {
    CompletableFuture<String> holder = hold();
    CompletableFuture<RecordedResponse> next = send("/large");

    holder.cancel(true);
    read.countDown();

    assertThat(text(response(next))).isEqualTo(LARGE);
  }

  @Test
  void theTurnGoesOnWhenTheResponseOrTheReaderBreaks() throws Exception {
    for (int round = 0; round < 3; round++) {
      failure(send("/cut"), IncompleteResponseException.class);
      IOException broken =
          failure(
              transport.send(
                  get(server.uri("/large")),
                  response -> {
                    throw new UncheckedIOException(new IOException("secret"));
                  }),
              IncompleteResponseException.class);
      assertThat(broken)
          .hasMessage(
              "expected a complete response from 127.0.0.1, found something else"
                  + " (UncheckedIOException); try again");
    }

    assertThat(text(response(send("/large")))).isEqualTo(LARGE);
  }

  @Test
  void closingEndsTheWaiting() throws Exception {
    CompletableFuture<String> holder = hold();
    CompletableFuture<RecordedResponse> waiting = send("/large");
    eventually("it waits", () -> assertThat(transport.leased()).isEqualTo(1));

    transport.close();
    read.countDown();

    String closed = "expected an open transport for 127.0.0.1, found it closed; create another one";
    assertThat(failure(waiting, IOException.class)).hasMessage(closed);
    assertThat(failure(holder, IOException.class)).hasMessage(closed);
    eventually("no thread is left", () -> assertThat(Queries.threads()).isEmpty());
  }

  private void assertNothingIsLeft(CompletableFuture<String> holder) throws Exception {
    assertThat(holder).isNotDone();
    read.countDown();
    assertThat(holder.get(30, TimeUnit.SECONDS)).isEqualTo(LARGE);
    assertThat(text(response(send("/large")))).isEqualTo(LARGE);
    eventually("nothing is leased", () -> assertThat(transport.leased()).isZero());
  }
}
