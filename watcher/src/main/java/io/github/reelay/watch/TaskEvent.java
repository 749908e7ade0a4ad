package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import java.util.Objects;

/** What a watcher tells about one task. */
public sealed interface TaskEvent {

  /** The task. */
  TaskHandle handle();

  /**
   * An answer differs from the one before in state, progress or kind of failure; the first always
   * does.
   *
   * @param handle the task
   * @param result the task as it is now, or why it was not seen
   */
  record Changed(TaskHandle handle, QueryResult result) implements TaskEvent {
    /** Checks that nothing is null. */
    public Changed {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * The wait for the task is suspended: the provider refuses or cannot be reached, and the store
   * keeps the task. It is taken up again by itself; {@link Resumed} follows, or {@link Ended}.
   *
   * @param outcome why: the outcome that whoever waits for the task got
   * @param nextQueryAt when the provider is asked again, for this task or another
   */
  record Suspended(Outcome outcome, Instant nextQueryAt) implements TaskEvent {
    /** Checks that nothing is null. */
    public Suspended {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(nextQueryAt, "nextQueryAt");
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }

  /**
   * The provider shows the task again after its wait was suspended: it is watched as before.
   *
   * @param handle the task
   */
  record Resumed(TaskHandle handle) implements TaskEvent {
    /** Checks that there is a handle. */
    public Resumed {
      Objects.requireNonNull(handle, "handle");
    }
  }

  /**
   * The wait for the task has ended. The last event of a task, unless it is added again.
   *
   * @param outcome how
   */
  record Ended(Outcome outcome) implements TaskEvent {
    /** Checks that there is an outcome. */
    public Ended {
      Objects.requireNonNull(outcome, "outcome");
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }
}
