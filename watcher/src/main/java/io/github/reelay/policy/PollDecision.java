package io.github.reelay.policy;

import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.util.Objects;

/** What to do about a task after an answer. */
public sealed interface PollDecision {

  /**
   * Ask again.
   *
   * @param delay from now; never asked earlier, and at most the jitter later if the pace allows
   */
  record PollAgain(Duration delay) implements PollDecision {
    /** Checks that there is a delay. */
    public PollAgain {
      Objects.requireNonNull(delay, "delay");
    }
  }

  /**
   * Stop: the task has ended.
   *
   * @param task as it was seen last
   */
  record Finish(VideoTask task) implements PollDecision {
    /** Checks that there is a task. */
    public Finish {
      Objects.requireNonNull(task, "task");
    }
  }

  /**
   * Stop: the next query would come too late. The task may still end.
   *
   * @param delay when it might be asked for again, from now
   */
  record GiveUp(Duration delay) implements PollDecision {
    /** Checks that there is a delay. */
    public GiveUp {
      Objects.requireNonNull(delay, "delay");
    }
  }

  /**
   * Stop: the provider refuses to tell.
   *
   * @param failure why
   * @param taskUnknown whether it is certain that the provider knows no such task, so that the
   *     store forgets it
   */
  record Refuse(Failure failure, boolean taskUnknown) implements PollDecision {
    /** Checks that there is a failure. */
    public Refuse {
      Objects.requireNonNull(failure, "failure");
    }

    /** A refusal that makes the store forget nothing. */
    public Refuse(Failure failure) {
      this(failure, false);
    }
  }

  /**
   * Stop: no readable answer came for too long.
   *
   * @param failure the last one
   */
  record Disconnect(Failure failure) implements PollDecision {
    /** Checks that there is a failure. */
    public Disconnect {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
