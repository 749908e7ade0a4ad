package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.transport.ScriptedServer.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A caller who ends a query waits 250 ms at most, until it has failed and its connection is closed.
 */
@Timeout(60)
class PromptEndTest {
  private static final long MOST_MILLIS = 250;

  /** One good attempt shows it: the others may find the machine busy. */
  private static final int ATTEMPTS = 20;

  /** Who ends a query, and how. */
  enum Ending {
    INTERRUPT {
      @Override
      Query start(Phase.Scene scene) {
        return blocking(scene, InterruptedException.class, Thread::interrupt);
      }
    },
    CANCEL {
      @Override
      Query start(Phase.Scene scene) {
        CompletableFuture<?> future = scene.transport.send(scene.request);
        return new Query(future, CancellationException.class, () -> future.cancel(true));
      }
    },
    CLOSE {
      @Override
      Query start(Phase.Scene scene) {
        CompletableFuture<?> future = scene.transport.send(scene.request);
        return new Query(future, IOException.class, scene.transport::close);
      }
    },
    CLOSE_UNDER_A_CALLER {
      @Override
      Query start(Phase.Scene scene) {
        return blocking(scene, IOException.class, caller -> scene.transport.close());
      }
    };

    abstract Query start(Phase.Scene scene);
  }

  /** A query in flight. */
  private record Query(
      CompletableFuture<?> future, Class<? extends Exception> failure, Runnable end) {}

  /** Ends a query of that thread. */
  private interface Act {
    void on(Thread caller);
  }

  private static Query blocking(Phase.Scene scene, Class<? extends Exception> failure, Act act) {
    CompletableFuture<Object> future = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                future.complete(scene.transport.sendAndWait(scene.request, response -> response));
              } catch (ExecutionException failed) {
                future.completeExceptionally(failed.getCause());
              } catch (Exception failed) {
                future.completeExceptionally(failed);
              }
            });
    caller.start();
    return new Query(future, failure, () -> act.on(caller));
  }

  static Stream<Arguments> table() {
    return Arrays.stream(Phase.values())
        .flatMap(phase -> Arrays.stream(Ending.values()).map(end -> Arguments.of(phase, end)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void endsWithin250Milliseconds(Phase phase, Ending ending) throws Exception {
    long best = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && best > MOST_MILLIS; attempt++) {
      best = Math.min(best, millis(phase, ending));
    }
    assertThat(best).isLessThanOrEqualTo(MOST_MILLIS);
  }

  private static long millis(Phase phase, Ending ending) throws Exception {
    try (Phase.Scene scene = phase.open()) {
      int others = scene.connections();
      Query query = ending.start(scene);
      boolean queued = phase == Phase.A_PLACE && ending.name().startsWith("C");
      eventually("it hangs", () -> phase.isReached() || queued);
      long start = System.nanoTime();

      query.end().run();

      assertThat(failure(query.future())).isInstanceOf(query.failure());
      eventually(
          "its connection is closed",
          () -> assertThat(scene.connections()).isLessThanOrEqualTo(others));
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
  }

  /** Interim responses without end, as fast as they come and slowly. */
  static Stream<Script> endless() {
    String interim = "HTTP/1.1 100 Continue\r\n\r\n";
    return Stream.of(
        connection -> connection.repeat(interim), connection -> connection.drip(interim, 20));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void fiftyTogetherEndWithin250MillisecondsAfterTheirDeadline(Script endless) throws Exception {
    Script script =
        connection -> {
          connection.request();
          endless.play(connection);
        };
    long best = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && best > MOST_MILLIS; attempt++) {
      best = Math.min(best, millisAfterTheDeadline(script));
    }
    assertThat(best).isLessThanOrEqualTo(MOST_MILLIS);
  }

  private static long millisAfterTheDeadline(Script script) throws Exception {
    Duration deadline = Duration.ofMillis(500);
    try (ScriptedServer server = ScriptedServer.playing(script);
        HttpTransport transport = HttpTransport.create()) {
      long start = System.nanoTime();
      List<CompletableFuture<RecordedResponse>> queries = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        queries.add(transport.send(get(server.uri("/"), deadline)));
      }
      for (CompletableFuture<RecordedResponse> query : queries) {
        assertThat(failure(query)).isInstanceOf(IOException.class);
      }
      eventually("no connection is left", () -> assertThat(server.open()).isZero());
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) - deadline.toMillis();
    }
  }

  private static Throwable failure(CompletableFuture<?> future) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Throwable[] failure = new Throwable[1];
    future.whenComplete(
        (response, failed) -> {
          failure[0] = failed;
          over.countDown();
        });
    assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    return failure[0];
  }
}
