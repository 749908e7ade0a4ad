package io.github.reelay.watch;

import io.github.reelay.internal.Bounds;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one wait for a task may have of its own. Built by {@link #builder}; everything has a
 * default.
 *
 * @param limit how long this wait lasts at most, from now; null for as long as the rules say
 * @param submittedAt when the task was submitted; null if that is not known. The store keeps it.
 *     Ignored if the task is watched already
 * @param listener gets the events of this task alone, until it has ended and was followed up,
 *     whichever wait it is; null for none
 * @param removedWhenGivenUp whether the handle leaves the store too if the future is cancelled,
 *     times out or is completed by others, and nobody else is interested in the task
 */
public record WatchOptions(
    @Nullable Duration limit,
    @Nullable Instant submittedAt,
    @Nullable TaskListener listener,
    boolean removedWhenGivenUp) {

  /** No limit, no time of submission, no listener; the handle stays in the store. */
  public static final WatchOptions DEFAULT = builder().build();

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public WatchOptions {
    if (limit != null) {
      Bounds.notNegative(limit, "a limit");
    }
  }

  /** A builder that begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options; not safe for use by many threads. */
  public static final class Builder {
    private @Nullable Duration limit;
    private @Nullable Instant submittedAt;
    private @Nullable TaskListener listener;
    private boolean removedWhenGivenUp;

    private Builder() {}

    /** Limits this wait alone, from now; see {@link Watcher#watch(TaskHandle, Duration)}. */
    public Builder limit(Duration value) {
      limit = Objects.requireNonNull(value, "limit");
      return this;
    }

    /** Says when the task was submitted; see {@link Watcher#add(TaskHandle, Instant)}. */
    public Builder submittedAt(Instant value) {
      submittedAt = Objects.requireNonNull(value, "submittedAt");
      return this;
    }

    /** Gets the events of this task alone until its end was followed up; none by default. */
    public Builder listener(TaskListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /** Whether giving up the future gives up the handle as well; false by default. */
    public Builder removedWhenGivenUp(boolean value) {
      removedWhenGivenUp = value;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public WatchOptions build() {
      return new WatchOptions(limit, submittedAt, listener, removedWhenGivenUp);
    }
  }
}
