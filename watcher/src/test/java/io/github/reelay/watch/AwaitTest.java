package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocking, in real time and over real HTTP. */
@Timeout(60)
class AwaitTest {
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(1, 1).start();
  private final Providers providers = Providers.discover(environment());
  private final CountDownLatch seen = new CountDownLatch(1);
  private final Watcher watcher =
      Watcher.builder(providers)
          .rules(rules -> rules.withInterval(Duration.ofMillis(20)))
          .listener(event -> seen.countDown())
          .build();

  @AfterEach
  void close() {
    watcher.close();
    providers.close();
    sandbox.close();
  }

  private Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    for (String provider : sandbox.providers()) {
      variables.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      variables.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return variables;
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void waitsUntilTheTaskHasEnded(String provider) {
    Outcome outcome = watcher.await(new TaskHandle(provider, "ok-1"));

    assertThat(outcome.finishedOrThrow().status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(sandbox.queries(provider, "ok-1")).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void survivesEveryOtherResponseBeingBroken(String provider) {
    Outcome outcome = watcher.await(new TaskHandle(provider, "broken-1"));

    assertThat(outcome.finishedOrThrow().status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  private record Interrupted(Outcome outcome, boolean flag, long nanos) {}

  @Test
  void anInterruptEndsItImmediatelyAndIsKept() throws Exception {
    TaskHandle task = TaskHandle.parse("toapis:never-1");
    CompletableFuture<Interrupted> result = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              Outcome outcome = watcher.await(task);
              result.complete(
                  new Interrupted(outcome, Thread.currentThread().isInterrupted(), now()));
            });
    waiting.start();
    seen.await();

    long start = now();
    waiting.interrupt();
    Interrupted interrupted = result.get();

    assertThat(Duration.ofNanos(interrupted.nanos() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(interrupted.flag()).isTrue();
    Outcome.Unfinished outcome = (Outcome.Unfinished) interrupted.outcome();
    assertThat(outcome.handle()).isEqualTo(task);
    assertThat(outcome.lastSeen()).isNotNull();
    assertThat(watcher.unfinished()).isEmpty();
  }

  private static long now() {
    return System.nanoTime();
  }

  @Test
  void aThreadThatIsInterruptedAlreadyDoesNotWait() {
    TaskHandle task = TaskHandle.parse("toapis:never-1");
    Thread.currentThread().interrupt();

    Outcome outcome = watcher.await(task);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(Outcome.Unfinished.class);
    assertThat(outcome.handle()).isEqualTo(task);
    assertThat(watcher.unfinished()).isEmpty();
  }

  @Test
  void anInterruptOfOneLeavesTheOtherWaiting() throws Exception {
    TaskHandle task = TaskHandle.parse("toapis:never-1");
    CompletableFuture<Outcome> other = watcher.watch(task);
    CompletableFuture<Outcome> interrupted = new CompletableFuture<>();
    Thread waiting = new Thread(() -> interrupted.complete(watcher.await(task)));
    waiting.start();
    seen.await();

    waiting.interrupt();

    assertThat(interrupted.get()).isInstanceOf(Outcome.Unfinished.class);
    assertThat(other).isNotDone();
    assertThat(watcher.unfinished()).containsExactly(task);
  }

  @Test
  void stoppingEndsIt() throws Exception {
    TaskHandle task = TaskHandle.parse("22codex:never-1");
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    Thread waiting = new Thread(() -> result.complete(watcher.await(task)));
    waiting.start();
    seen.await();

    watcher.stop();

    assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unfinished.class);
  }

  @Test
  void aBlockedContinuationOfOneWaitDelaysNoOther() {
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> blocked =
        watcher
            .watch(TaskHandle.parse("toapis:missing-1"))
            .thenAccept(
                outcome -> {
                  try {
                    release.await();
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                });

    Outcome outcome = watcher.await(TaskHandle.parse("22codex:ok-1"));

    assertThat(outcome).isInstanceOf(Outcome.Finished.class);
    release.countDown();
    blocked.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void thousandsOfWaitsEndWhenItIsStopped() {
    int count = 5000;
    CompletableFuture<?>[] all = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      all[i] = watcher.watch(new TaskHandle("toapis", "never-" + i));
    }

    assertThat(watcher.stop()).hasSize(count);

    CompletableFuture.allOf(all).orTimeout(30, TimeUnit.SECONDS).join();
  }
}
