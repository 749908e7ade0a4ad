package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What listeners and subscribers hear of tasks. */
@Timeout(60)
class TaskEventsTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(TaskListener.class);

  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  private final List<String> heard = new ArrayList<>();

  private static String words(TaskEvent event) {
    if (event instanceof TaskEvent.Ended ended) {
      return "ended " + ended.outcome().getClass().getSimpleName();
    }
    if (!(event instanceof TaskEvent.Changed)) {
      return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
    QueryResult result = ((TaskEvent.Changed) event).result();
    return result instanceof QueryResult.Failed failed
        ? failed.failure().kind().jsonName()
        : result.taskOrThrow().status().jsonName() + " " + result.taskOrThrow().progressPercent();
  }

  private void hear(TaskEvent event) {
    heard.add(words(event));
  }

  private Watcher watcher(
      UnaryOperator<WatcherBuilder> settings,
      Function<ScriptedProviders.Query, SimulatedResponse> script) {
    return settings
        .apply(
            Watcher.builder(new ScriptedProviders(time, script).providers())
                .scheduler(time)
                .random(new LowestRandom())
                .executor(Runnable::run))
        .build();
  }

  /** Queued twice, failing twice, running three times, and done. */
  private static SimulatedResponse story(ScriptedProviders.Query query) {
    String id = query.handle().id();
    return switch (query.number()) {
      case 1, 2 -> SimulatedResponse.of(StatusBodies.queued("toapis", id));
      case 3, 4 -> SimulatedResponse.of(500);
      case 5 -> SimulatedResponse.broken();
      case 6, 7 -> SimulatedResponse.of(StatusBodies.running("toapis", id, 20));
      case 8 -> SimulatedResponse.of(StatusBodies.running("toapis", id, 21));
      default -> SimulatedResponse.of(StatusBodies.completed("toapis", id));
    };
  }

  private static final String[] STORY = {
    "queued 0",
    "provider-error",
    "unreachable",
    "running 20",
    "running 21",
    "succeeded 100",
    "ended Finished"
  };

  @Test
  void eachChangeIsReportedOnceAndInOrder() {
    watcher(builder -> builder.listener(this::hear), TaskEventsTest::story).add(TASK);

    time.advance(Duration.ofHours(1));

    assertThat(heard).containsExactly(STORY);
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    Watcher watcher =
        watcher(
            builder ->
                builder
                    .listener(
                        event -> {
                          throw new AssertionError("on purpose");
                        })
                    .listener(this::hear),
            TaskEventsTest::story);
    watcher.add(TASK);

    time.advance(Duration.ofHours(1));

    assertThat(heard).containsExactly(STORY);
    assertThat(log.lines())
        .hasSize(STORY.length)
        .containsOnly(
            "WARNING expected the listener for toapis:t-1 to return, found an exception"
                + " (AssertionError)");
  }

  @Test
  void aListenerThatBlocksDelaysNoQueryAndHearsTheNewestChangeAndTheEnd() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    Watcher watcher =
        watcher(
            builder ->
                builder
                    .executor(threads)
                    .listener(
                        event -> {
                          hear(event);
                          blocked.countDown();
                          await(release);
                          if (event instanceof TaskEvent.Ended) {
                            ended.countDown();
                          }
                        }),
            TaskEventsTest::story);
    watcher.add(TASK);
    time.advance(Duration.ofSeconds(1));
    blocked.await();

    time.advance(Duration.ofHours(1));
    assertThat(watcher.unfinished()).isEmpty();
    release.countDown();
    ended.await();

    assertThat(heard).containsExactly("queued 0", "succeeded 100", "ended Finished");
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aListenerMayUseTheWatcher() {
    List<Watcher> self = new ArrayList<>();
    Watcher watcher =
        watcher(
            builder ->
                builder.listener(
                    event -> {
                      hear(event);
                      if (heard.size() == 1) {
                        self.get(0).add(TaskHandle.parse("22codex:t-2"));
                        self.get(0).remove(event.handle());
                      } else if (event.handle().provider().equals("22codex")) {
                        self.get(0).stop();
                      }
                    }),
            query ->
                SimulatedResponse.of(
                    StatusBodies.running(query.handle().provider(), query.handle().id(), 5)));
    self.add(watcher);
    watcher.add(TASK);

    time.advance(Duration.ofHours(1));

    assertThat(heard)
        .containsExactly("running 5", "ended Unfinished", "running 5", "ended Unfinished");
  }

  @Test
  void whoSubscribesLaterHearsWhatComesThen() {
    Watcher watcher = watcher(builder -> builder, TaskEventsTest::story);
    watcher.add(TASK);
    time.advance(Duration.ofSeconds(60));
    EventCollector late = new EventCollector(Long.MAX_VALUE);

    watcher.events().subscribe(late);
    time.advance(Duration.ofHours(1));

    assertThat(late.events.stream().map(TaskEventsTest::words))
        .containsExactly("running 20", "running 21", "succeeded 100", "ended Finished");
    assertThat(late.completed).isZero();
  }

  @Test
  void aSubscriberWithoutDemandHearsTheNewestChangeAndTheEndOnceItRequests() {
    Watcher watcher = watcher(builder -> builder, TaskEventsTest::story);
    EventCollector slow = new EventCollector(0);
    EventCollector quick = new EventCollector(Long.MAX_VALUE);
    watcher.events().subscribe(slow);
    watcher.events().subscribe(quick);
    watcher.add(TASK);
    time.advance(Duration.ofHours(1));
    watcher.stop();
    assertThat(slow.events).isEmpty();

    slow.subscription.request(1);
    assertThat(slow.events.stream().map(TaskEventsTest::words)).containsExactly("succeeded 100");
    assertThat(slow.completed).isZero();
    slow.subscription.request(1);

    assertThat(slow.events.stream().map(TaskEventsTest::words))
        .containsExactly("succeeded 100", "ended Finished");
    assertThat(slow.completed).isOne();
    assertThat(quick.events.stream().map(TaskEventsTest::words)).containsExactly(STORY);
    assertThat(quick.completed).isOne();
  }

  @Test
  void noEndIsDroppedHoweverOftenATaskIsAddedAgain() {
    Watcher watcher = watcher(builder -> builder, TaskEventsTest::story);
    EventCollector slow = new EventCollector(0);
    watcher.events().subscribe(slow);
    for (int i = 0; i < 3; i++) {
      watcher.add(TASK);
      time.advance(Duration.ofHours(1));
    }

    slow.subscription.request(100);

    assertThat(slow.events.stream().filter(TaskEvent.Ended.class::isInstance)).hasSize(3);
  }

  @Test
  void whoSubscribesToAStoppedWatcherHearsThatItIsOver() {
    Watcher watcher = watcher(builder -> builder, TaskEventsTest::story);
    watcher.stop();
    EventCollector late = new EventCollector(0);

    watcher.events().subscribe(late);

    assertThat(late.completed).isOne();
  }

  @Test
  void nobodyCannotSubscribe() {
    Watcher watcher = watcher(builder -> builder, TaskEventsTest::story);

    assertThatThrownBy(() -> watcher.events().subscribe(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("subscriber");
  }
}
