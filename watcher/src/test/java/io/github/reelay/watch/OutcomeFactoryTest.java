package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.WatchedTask;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeFactoryTest {
  private static final WatchedTask TASK = new WatchedTask("task_1", 0);

  private final OutcomeFactory outcomes =
      new OutcomeFactory(
          "toapis",
          PollingRules.of(new ToapisDialect().profile()),
          new MonotonicTime(new VirtualScheduler(Instant.EPOCH)));

  private static VideoTask ended(String provider, String id) {
    return VideoTask.builder(provider, id, new TaskState.Expired()).build();
  }

  @Test
  void aTaskThatHasEndedIsTheOneThatIsWaitedFor() {
    VideoTask ended = ended("toapis", "task_1");
    QueryResult.Found last = new QueryResult.Found(ended);

    assertThat(outcomes.finished(TASK, ended, last)).isEqualTo(new Outcome.Finished(last));
  }

  @ParameterizedTest
  @CsvSource({
    "toapis,  task_2, toapis:task_2",
    "22codex, task_1, 22codex:task_1",
    "toapis,  ,       a task without an id"
  })
  void anotherTaskIsNoEnd(String provider, String id, String found) {
    VideoTask other = ended(provider, id);

    assertThatThrownBy(() -> outcomes.finished(TASK, other, new QueryResult.Found(other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "toapis:task_1: expected the decision Finish with that task, found it with " + found);
  }
}
