package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.transport.HttpRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries on a transport that gives no response, or none yet. */
@Timeout(60)
class NoResponseTest {

  private static ProviderBuilder on(FakeTransport transport) {
    return Provider.builder(new ToapisDialect()).key(() -> "k1").transport(transport);
  }

  private static Failure failure(QueryResult result) {
    return ((QueryResult.Failed) result).failure();
  }

  private static QueryResult get(CompletableFuture<QueryResult> result) throws Exception {
    return result.get(30, TimeUnit.SECONDS);
  }

  static Stream<Arguments> failures() {
    String ended = "the connection ended before the response did";
    String deadline = "no complete response before the deadline";
    return Stream.of(
        Arguments.of(new InterruptedIOException("secret"), deadline),
        Arguments.of(new SocketTimeoutException("secret"), deadline),
        Arguments.of(
            new UnknownHostException("secret"), "the host is not known; check the base URL"),
        Arguments.of(
            new ConnectException("secret"), "the host refused the connection; check the base URL"),
        Arguments.of(
            new SSLHandshakeException("secret"),
            "no TLS connection; check the base URL and the trusted certificates"),
        Arguments.of(new SocketException("secret"), ended),
        Arguments.of(
            new ProtocolException("secret"), "the response is not HTTP; check the base URL"),
        Arguments.of(new IOException("secret"), ended),
        Arguments.of(new RuntimeException("secret", new SocketTimeoutException("x")), deadline),
        Arguments.of(
            new IllegalStateException("secret"), "the transport failed: IllegalStateException"),
        Arguments.of(
            new RuntimeException("secret", new CancellationException("secret")),
            "the transport failed: CancellationException"));
  }

  @DisplayName("Whatever a transport fails with is unreachable, with why, and queried once")
  @ParameterizedTest
  @MethodSource("failures")
  void isUnreachable(Throwable failed, String diagnosis) throws Exception {
    FakeTransport transport = FakeTransport.failing(failed);
    Provider provider = on(transport).build();

    for (QueryResult result :
        new QueryResult[] {provider.query("t1"), get(provider.queryAsync("t1"))}) {
      assertThat(CanonicalJson.line(result))
          .isEqualTo(
              "{'provider':'toapis','id':'t1','failure':{'kind':'unreachable','origin':'transport',"
                      .replace('\'', '"')
                  + "\"retry\":\"yes\"},\"findings\":[]}");
      assertThat(failure(result).diagnosis()).isEqualTo(diagnosis);
    }
    assertThat(transport.requests).as("no retry").hasSize(2);
  }

  static Stream<Throwable> thrown() {
    return Stream.of(
        new RejectedExecutionException("secret"),
        new NoClassDefFoundError("secret"),
        new AssertionError("secret"),
        new StackOverflowError("secret"));
  }

  @DisplayName("A transport that throws instead is unreachable as well, whatever it throws")
  @ParameterizedTest
  @MethodSource("thrown")
  void throwingIsUnreachable(Throwable thrown) throws Exception {
    FakeTransport transport = FakeTransport.throwing(thrown);
    Provider provider = on(transport).build();

    for (QueryResult result :
        new QueryResult[] {provider.query("t1"), get(provider.queryAsync("t1"))}) {
      assertThat(failure(result).diagnosis())
          .isEqualTo("the transport failed: " + thrown.getClass().getSimpleName());
    }
    assertThat(transport.requests).hasSize(2);
  }

  @DisplayName("The deadline ends a query whose transport never responds, and cancels it")
  @Test
  void deadlineEndsASilentTransport() throws Exception {
    FakeTransport transport = FakeTransport.silent();
    Provider provider = on(transport).deadline(Duration.ofMillis(30)).build();

    for (QueryResult result :
        new QueryResult[] {provider.query("t1"), get(provider.queryAsync("t1"))}) {
      assertThat(failure(result).diagnosis()).isEqualTo("no complete response before the deadline");
      assertThat(failure(result).kind().jsonName()).isEqualTo("unreachable");
    }
    assertThat(transport.given).hasSize(2).allMatch(CompletableFuture::isCancelled);
  }

  @DisplayName("A deadline beyond what a clock can count is no failure")
  @Test
  void takesTheLongestDeadline() {
    Provider provider =
        on(FakeTransport.responding(204, "")).deadline(Duration.ofSeconds(Long.MAX_VALUE)).build();

    assertThat(failure(provider.query("t1")).httpStatus()).isEqualTo(204);
  }

  @DisplayName("A transport whose future gives nothing is unreachable as well")
  @Test
  void nothingIsUnreachable() throws Exception {
    Provider provider =
        Provider.builder(new ToapisDialect())
            .key(() -> "k1")
            .transport(request -> CompletableFuture.completedFuture(null))
            .build();

    for (QueryResult result :
        new QueryResult[] {provider.query("t1"), get(provider.queryAsync("t1"))}) {
      assertThat(failure(result).diagnosis())
          .isEqualTo("the transport failed: NullPointerException");
    }
  }

  @DisplayName("A transport that gives no future is unreachable as well")
  @Test
  void nullIsUnreachable() {
    Provider provider =
        Provider.builder(new ToapisDialect()).key(() -> "k1").transport(request -> null).build();

    assertThat(failure(provider.query("t1")).diagnosis())
        .isEqualTo("the transport failed: NullPointerException");
  }

  @DisplayName(
      "An interrupted query returns immediately, aborts the request and keeps the interrupt")
  @Test
  void returnsWhenInterrupted() throws Exception {
    FakeTransport transport = FakeTransport.silent();
    Provider provider = on(transport).build();
    AtomicReference<QueryResult> result = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              result.set(provider.query("t1"));
              interrupted.set(Thread.currentThread().isInterrupted());
            });

    thread.start();
    CompletableFuture<RecordedResponse> response = transport.given.poll(30, TimeUnit.SECONDS);
    thread.interrupt();
    thread.join(30_000);

    assertThat(failure(result.get()).diagnosis()).isEqualTo("the waiting thread was interrupted");
    assertThat(failure(result.get()).kind().jsonName()).isEqualTo("unreachable");
    assertThat(interrupted).isTrue();
    assertThat(response).isCancelled();
  }

  @DisplayName("A query on an interrupted thread returns immediately and keeps the interrupt")
  @Test
  void returnsWhenInterruptedBefore() {
    FakeTransport transport = FakeTransport.silent();
    Thread.currentThread().interrupt();

    QueryResult result = on(transport).build().query("t1");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure(result).diagnosis()).isEqualTo("the waiting thread was interrupted");
    assertThat(transport.given.remove()).isCancelled();
  }

  @DisplayName("Cancelling an asynchronous query cancels the transport's future")
  @Test
  void cancelsTheRequest() {
    FakeTransport transport = FakeTransport.silent();
    CompletableFuture<QueryResult> result = on(transport).build().queryAsync("t1");
    CompletableFuture<RecordedResponse> response = transport.given.remove();
    assertThat(response).isNotDone();

    result.cancel(true);

    assertThat(response).isCancelled();
  }

  @DisplayName("An asynchronous query waits for nobody, and reads on its executor")
  @Test
  void readsOnItsExecutor() throws Exception {
    FakeTransport transport = FakeTransport.silent();
    ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
    CompletableFuture<QueryResult> result =
        on(transport).executor(executor).build().queryAsync("t1");
    CompletableFuture<String> chained = result.thenApply(done -> Thread.currentThread().getName());
    assertThat(result).isNotDone();

    transport.given.remove().complete(new RecordedResponse(204, Map.of(), new byte[0]));

    assertThat(chained.get(30, TimeUnit.SECONDS)).isEqualTo("mine");
    assertThat(failure(result.get()).httpStatus()).isEqualTo(204);
    executor.shutdown();
  }

  @DisplayName("The transport gets the deadline and the limit of the body")
  @Test
  void passesTheLimits() {
    FakeTransport transport = FakeTransport.responding(200, "{}");
    on(transport).build().query("t1");
    on(transport).deadline(Duration.ofMillis(1500)).build().query("t1");

    assertThat(transport.requests)
        .extracting(HttpRequest::deadline)
        .containsExactly(Duration.ofSeconds(30), Duration.ofMillis(1500));
    assertThat(transport.requests).allMatch(request -> request.maxBytes() == 8 << 20);
  }
}
