package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.exchange.RecordedResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** What the tests of the transport send and expect. */
final class Queries {

  /** A deadline that ends nothing that {@link #eventually} looks at: that would hide a fault. */
  static final Duration PATIENT = Duration.ofMinutes(5);

  static final int MAX_BYTES = 64 * 1024;

  private Queries() {}

  static HttpRequest get(URI uri) {
    return get(uri, PATIENT);
  }

  static HttpRequest get(URI uri, Duration deadline) {
    return new HttpRequest(uri, Map.of(), deadline, MAX_BYTES);
  }

  static HttpRequest get(URI uri, int maxBytes) {
    return new HttpRequest(uri, Map.of(), PATIENT, maxBytes);
  }

  static RecordedResponse response(CompletableFuture<RecordedResponse> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  static String text(RecordedResponse response) {
    return new String(response.body(), StandardCharsets.ISO_8859_1);
  }

  /** What the future failed with; it has to be exactly of this type. */
  static <T extends Throwable> T failure(CompletableFuture<?> future, Class<T> type) {
    Throwable failure = catchThrowable(() -> future.get(30, TimeUnit.SECONDS));
    assertThat(failure).isInstanceOf(ExecutionException.class);
    assertThat(failure.getCause()).isExactlyInstanceOf(type);
    return type.cast(failure.getCause());
  }

  /** For what threads of the transport and sockets do, which give no signal. */
  static void eventually(String claim, BooleanSupplier holds) {
    within30Seconds(claim).until(holds::getAsBoolean);
  }

  /** The same, whose failure shows what was found last. */
  static void eventually(String claim, ThrowingRunnable assertion) {
    within30Seconds(claim).untilAsserted(assertion);
  }

  private static ConditionFactory within30Seconds(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .pollInSameThread();
  }

  /** Takes a port at which nobody accepts a connection, so that no other program can take it. */
  static Socket takingAPort() throws IOException {
    Socket silent = new Socket();
    silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return silent;
  }

  /** The transport's threads that are alive. */
  static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("reelay-"))
        .collect(Collectors.toSet());
  }
}
