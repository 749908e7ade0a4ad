package io.github.reelay.cluster.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cluster.internal.store.Change;
import io.github.reelay.cluster.internal.store.TaskEnd;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes survive the way through the database, and nothing is too long for it. */
class StoredOutcomeTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static VideoTask task(TaskState state, String prompt) {
    return VideoTask.builder("toapis", "t-1", state).progressPercent(40).prompt(prompt).build();
  }

  private static TaskRow row(Change change) {
    return new TaskRow(
        change.handle(),
        NOW,
        change.status(),
        change.progress(),
        change.end(),
        change.answer(),
        NOW);
  }

  private static Outcome throughTheDatabase(Outcome outcome) {
    return StoredOutcome.of(row(StoredOutcome.ended(outcome, 3)));
  }

  @Test
  void anEndIsTheSameAgain() {
    Outcome finished = new Outcome.Finished(task(new TaskState.Cancelled(), "a cat"));
    Failure denial =
        Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY)
            .message("no such task")
            .httpStatus(404)
            .build();
    Outcome refused =
        new Outcome.Refused(new QueryResult.Failed("toapis", "t-1", denial, List.of()), true);

    assertThat(throughTheDatabase(finished)).isEqualTo(finished);
    assertThat(throughTheDatabase(refused)).isEqualTo(refused);
  }

  @Test
  void whatIsNotFinalIsGivenUpWithWhatWasSeenLast() {
    Outcome.Unfinished outcome = new Outcome.Unfinished(TASK, null, NOW);
    Change end = StoredOutcome.ended(outcome, 3);
    Change both = end.over(StoredOutcome.seen(task(new TaskState.Running(), "a cat"), TASK, 3));

    assertThat(end.end()).isEqualTo(TaskEnd.GAVE_UP);
    assertThat(StoredOutcome.of(row(end))).isEqualTo(outcome);
    assertThat(StoredOutcome.of(row(both)).lastResult().taskOrThrow().progressPercent())
        .isEqualTo(40);
  }

  @Test
  void aPromptThatIsTooLongIsLeftOut() {
    String prompt = "x".repeat(1_000_001);
    Change change = StoredOutcome.seen(task(new TaskState.Running(), prompt), TASK, 3);

    assertThat(StoredOutcome.result(row(change)).taskOrThrow())
        .isEqualTo(task(new TaskState.Running(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{'status':7}",
        "null",
        "{'provider':'toapis','id':'t-1','status':'paused'}",
        "{'provider':'toapis','id':'t-1','status':'failed','failure':"
            + "{'kind':'rate-limited','origin':'task','httpStatus':200,'retry':'yes'}}",
        "{'provider':'toapis','id':'t-1','status':'failed','failure':"
            + "{'kind':'forbidden','origin':'task','httpStatus':403,'retry':'no'}}",
        "{'provider':'toapis','status':'cancelled'}",
        "{'provider':'toapis','id':'t-2','status':'cancelled'}"
      })
  void whatAnotherVersionWroteIsNoResult(String response) {
    for (TaskEnd end : TaskEnd.values()) {
      TaskRow row = row(end, response);

      assertThat(StoredOutcome.result(row)).isNull();
      assertThat(StoredOutcome.of(row)).isEqualTo(new Outcome.Unfinished(TASK, null, NOW));
    }
  }

  /** The end itself may have been too long for the database. */
  @Test
  void anEndThatIsNotShownIsNotFinished() {
    TaskRow row =
        row(TaskEnd.FINISHED, "{'provider':'toapis','id':'t-1','status':'running','findings':[]}");

    assertThat(StoredOutcome.of(row))
        .isEqualTo(StoredOutcome.unfinished(row, StoredOutcome.result(row)));
  }

  private static TaskRow row(TaskEnd end, String response) {
    return new TaskRow(TASK, NOW, "queued", null, end, response.replace('\'', '"'), NOW);
  }
}
