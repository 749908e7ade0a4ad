package io.github.reelay.watch;

import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;

/** Thrown by {@link Outcome#succeededOrThrow} only, for a task that has ended without a video. */
public final class UnsuccessfulException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Outcome outcome;

  UnsuccessfulException(Outcome outcome) {
    super(
        outcome.handle()
            + ": expected a task that has succeeded, found it "
            + found(outcome.finishedOrThrow()));
    this.outcome = outcome;
  }

  /** How the wait ended; not kept by serialization. */
  public Outcome outcome() {
    return outcome;
  }

  private static String found(VideoTask task) {
    Failure failure = task.failure();
    if (failure == null) {
      return task.status().jsonName();
    }
    return "failed, "
        + failure.kind().jsonName()
        + "; another query can help: "
        + failure.retry().jsonName();
  }
}
