package io.github.reelay.policy;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.Origin;
import io.github.reelay.internal.Bounds;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to do about a task after a response. */
public sealed interface PollDecision {

  /**
   * The kinds of decisions, one for each record; a switch expression over them needs no default.
   */
  enum Kind {
    POLL_AGAIN,
    FINISH,
    GIVE_UP,
    REFUSE,
    DISCONNECT
  }

  /** One method for each record: code that has them all stops compiling when one is added. */
  interface Visitor<R extends @Nullable Object> {
    /** The task goes on, and is queried again after a delay. */
    R pollAgain(PollAgain decision);

    /** The wait ends with the task, which has ended. */
    R finish(Finish decision);

    /** The next query would come after the time for waiting. */
    R giveUp(GiveUp decision);

    /** The provider refuses to show the task. */
    R refuse(Refuse decision);

    /** No readable response came for too long. */
    R disconnect(Disconnect decision);
  }

  /** Which record this is, for a switch expression. */
  Kind kind();

  /** What the visitor's method for this record returns. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /**
   * Query again.
   *
   * @param delay from now, zero or more; the task is never queried earlier, and at most the jitter
   *     later if the rate limit allows
   */
  record PollAgain(Duration delay) implements PollDecision {
    /**
     * Checks the delay.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public PollAgain {
      checkDelay(delay);
    }

    @Override
    public Kind kind() {
      return Kind.POLL_AGAIN;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.pollAgain(this);
    }
  }

  /**
   * Stop: the task has ended.
   *
   * @param task as it was seen last
   */
  record Finish(VideoTask task) implements PollDecision {
    /**
     * Checks that the task has ended.
     *
     * @throws IllegalArgumentException if it has not
     */
    public Finish {
      if (!Objects.requireNonNull(task, "task").status().terminal()) {
        throw new IllegalArgumentException(
            "expected a task that has ended, found it " + task.status().jsonName());
      }
    }

    @Override
    public Kind kind() {
      return Kind.FINISH;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.finish(this);
    }
  }

  /**
   * Stop: the next query would come too late. The task may still end.
   *
   * @param delay when the task might be queried again, from now; zero or more
   */
  record GiveUp(Duration delay) implements PollDecision {
    /**
     * Checks the delay.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public GiveUp {
      checkDelay(delay);
    }

    @Override
    public Kind kind() {
      return Kind.GIVE_UP;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.giveUp(this);
    }
  }

  /**
   * Stop: the provider refuses to show the task.
   *
   * @param failure why: a failure of the query, not of the task
   * @param taskUnknown whether it is certain that the provider knows no such task, so that the
   *     store forgets it
   */
  record Refuse(Failure failure, boolean taskUnknown) implements PollDecision {
    /**
     * Checks that the query failed, and not the task.
     *
     * @throws IllegalArgumentException if the origin of the failure is the task, or if the task is
     *     taken for unknown although the failure does not {@linkplain Failure#deniesTask deny it}
     */
    public Refuse {
      checkOfQuery(failure);
      if (taskUnknown && !failure.deniesTask()) {
        throw new IllegalArgumentException(
            "expected a failure that denies the task where the store is to forget it, found "
                + failure.kind().jsonName()
                + "; refuse without taskUnknown to keep the handle");
      }
    }

    @Override
    public Kind kind() {
      return Kind.REFUSE;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.refuse(this);
    }

    /**
     * A refusal that makes the store forget nothing.
     *
     * @throws IllegalArgumentException if the origin of the failure is the task
     */
    public Refuse(Failure failure) {
      this(failure, false);
    }
  }

  /**
   * Stop: no readable response came for too long.
   *
   * @param failure the last one
   */
  record Disconnect(Failure failure) implements PollDecision {
    /**
     * Checks that the query failed, and not the task.
     *
     * @throws IllegalArgumentException if the origin of the failure is the task
     */
    public Disconnect {
      checkOfQuery(failure);
    }

    @Override
    public Kind kind() {
      return Kind.DISCONNECT;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.disconnect(this);
    }
  }

  private static void checkOfQuery(Failure failure) {
    if (Objects.requireNonNull(failure, "failure").origin() == Origin.TASK) {
      throw new IllegalArgumentException(
          "expected the failure of a query, found a failure of origin task; decide to finish for a"
              + " task that failed");
    }
  }

  private static void checkDelay(Duration delay) {
    Bounds.notNegative(delay, "delay");
  }
}
