package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeMessagesTest {
  private final Providers providers = Providers.discover(Map.of());

  @AfterEach
  void close() {
    providers.close();
  }

  private String about(@Nullable Duration timeout, boolean singleQuery, TaskHandle handle) {
    QueryResult.Found found =
        new QueryResult.Found(
            VideoTask.builder(handle.provider(), handle.id(), new TaskState.Running()).build());
    return new OutcomeMessages(providers, singleQuery, timeout)
        .about(new Outcome.Unfinished(handle, found, Instant.EPOCH));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void namesTheTimeOfTheProviderIfNoneIsGiven(Dialect dialect) {
    TaskHandle handle = new TaskHandle(dialect.profile().name(), "a");
    long minutes = dialect.profile().polling().timeout().toMinutes();

    assertThat(about(null, false, handle))
        .isEqualTo(handle + ": expected an end within " + minutes + " min, found it running");
  }

  static Stream<Dialect> installed() {
    return StreamSupport.stream(Dialect.installed().spliterator(), false);
  }

  @Test
  void namesTheTimeThatIsGiven() {
    assertThat(about(Duration.ofSeconds(90), false, new TaskHandle("toapis", "a")))
        .isEqualTo("toapis:a: expected an end within 90 s, found it running");
  }

  @Test
  void namesNoTimeWhereNobodyWaits() {
    assertThat(about(null, true, new TaskHandle("toapis", "a")))
        .isEqualTo("toapis:a: expected a task that has succeeded, found it running");
  }

  @ParameterizedTest
  @CsvSource({"false, ''", "true, ', there already'"})
  void saysWhereAVideoIs(boolean alreadyThere, String end) {
    TaskHandle handle = new TaskHandle("toapis", "a");
    Path file = Path.of("a.mp4");

    assertThat(
            OutcomeMessages.about(
                new DownloadOutcome.Saved(handle, file, 1_234_567, "ab".repeat(32), alreadyThere)))
        .isEqualTo("toapis:a: 1,234,567 bytes in a.mp4" + end);
  }
}
