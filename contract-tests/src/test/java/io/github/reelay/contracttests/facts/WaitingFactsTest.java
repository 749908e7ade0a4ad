package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.facts.Fact;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents say about waiting, as the watcher does it: in virtual time, without jitter.
 */
class WaitingFactsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final RecordedResponse RATE_LIMITED =
      new RecordedResponse(429, Map.of(), new byte[0]);

  private final VirtualScheduler time = new VirtualScheduler(START);
  private final List<Long> seconds = new ArrayList<>();

  /** Waits for a task that was submitted just now, and notes the seconds of its queries. */
  private Outcome wait(Dialect dialect, IntFunction<RecordedResponse> responses) {
    Provider provider =
        Provider.builder(dialect)
            .transport(request -> responded(responses))
            .key(() -> "key")
            .clock(time.clock())
            .executor(Runnable::run)
            .build();
    RandomGenerator none = () -> 0;
    Watcher watcher =
        Watcher.builder(Providers.of(List.of(provider)))
            .scheduler(time)
            .random(none)
            .executor(Runnable::run)
            .build();
    TaskHandle task = new TaskHandle(provider.name(), "task_1");
    watcher.add(task, START);
    CompletableFuture<Outcome> outcome = watcher.watch(task);
    time.advance(Duration.ofHours(1));
    return outcome.getNow(null);
  }

  private CompletableFuture<RecordedResponse> responded(IntFunction<RecordedResponse> responses) {
    seconds.add(Duration.ofNanos(time.nanoTime()).toSeconds());
    return CompletableFuture.completedFuture(responses.apply(seconds.size()));
  }

  private static RecordedResponse body(String json) {
    return new RecordedResponse(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  private static RecordedResponse status(String word) {
    return body("{\"id\":\"task_1\",\"status\":\"" + word + "\",\"error\":\"no\"}");
  }

  @Test
  @Fact("T43")
  @Fact("T44")
  @Fact("T45")
  @Fact("T47")
  @Fact("T48")
  @Fact("T49")
  void queriesToapisSixtyTimesFromSecond5ToSecond595() {
    Outcome outcome = wait(new ToapisDialect(), query -> status("in_progress"));

    assertThat(seconds)
        .isEqualTo(LongStream.range(0, 60).mapToObj(query -> 5 + 10 * query).toList());
    assertThat(outcome).isInstanceOf(Outcome.Unfinished.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "failed"})
  @Fact("X26")
  @Fact("X27")
  @Fact("X28")
  void queriesXingchaoyiqingUntilTheTaskHasEndedAndNotAgain(String end) {
    RecordedResponse last =
        body(
            "{\"id\":\"task_1\",\"status\":\""
                + end
                + "\",\"video_url\":\"https://example.com/v.mp4\"}");
    Outcome outcome =
        wait(new XingchaoyiqingDialect(), query -> query < 4 ? status("processing") : last);

    assertThat(seconds).containsExactly(0L, 30L, 60L, 90L);
    assertThat(outcome).isInstanceOf(Outcome.Finished.class);
  }

  /** The sample would go on; words in common use end a task of every provider. */
  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "expired"})
  @Fact("T51")
  void deviatesByEndingTheWaitForToapisOnAWordInCommonUse(String word) {
    Outcome outcome = wait(new ToapisDialect(), query -> status(query < 3 ? "in_progress" : word));

    assertThat(seconds).containsExactly(5L, 15L, 25L);
    assertThat(outcome).isInstanceOf(Outcome.Finished.class);
  }

  /** The page has two final words; the platform has a third, XE4, and common use a fourth. */
  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "expired"})
  @Fact("X25")
  @Fact("X26")
  void deviatesByEndingTheWaitForXingchaoyiqingOnMoreThanTwoWords(String word) {
    Outcome outcome = wait(new XingchaoyiqingDialect(), query -> status(word));

    assertThat(seconds).containsExactly(0L);
    assertThat(outcome).isInstanceOf(Outcome.Finished.class);
  }

  /** The page says no end of the growth; ours ends at two minutes. */
  @Test
  @Fact("X29")
  void deviatesByStretchingTheIntervalAfterEach429ToTwoMinutesAtMost() {
    wait(new XingchaoyiqingDialect(), query -> query <= 5 ? RATE_LIMITED : status("completed"));

    assertThat(seconds).startsWith(0L, 60L, 180L, 300L, 420L, 540L);
  }
}
