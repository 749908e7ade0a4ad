package io.github.reelay.watch;

import io.github.reelay.failure.Failure;

/** Thrown by {@link Outcome#taskOrThrow} only; carries the outcome, and so the handle. */
public final class UnfinishedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Outcome outcome;

  UnfinishedException(Outcome outcome) {
    super(outcome.handle() + ": expected the end of the task, found " + found(outcome));
    this.outcome = outcome;
  }

  /** How the wait ended instead. */
  public Outcome outcome() {
    return outcome;
  }

  private static String found(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return "that the provider refuses, " + words(refused.failure());
    }
    if (outcome instanceof Outcome.Unreachable unreachable) {
      return "no readable answer, " + words(unreachable.failure());
    }
    return "it still running; wait again with the same handle";
  }

  private static String words(Failure failure) {
    return failure.kind().jsonName()
        + (failure.httpStatus() == null ? "" : " (HTTP " + failure.httpStatus() + ")")
        + "; asking again can help: "
        + failure.retry().jsonName();
  }
}
