package io.github.reelay.watch;

import io.github.reelay.failure.Failure;

/** Thrown by {@link Outcome#finishedOrThrow} only; carries the outcome, and so the handle. */
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
    return switch (outcome.kind()) {
      case REFUSED -> "that the provider refuses, " + words(((Outcome.Refused) outcome).failure());
      case UNREACHABLE -> "no readable answer, " + words(((Outcome.Unreachable) outcome).failure());
      case UNFINISHED, FINISHED -> "it still running; wait again with the same handle";
    };
  }

  private static String words(Failure failure) {
    return failure.summary() + "; asking again can help: " + failure.retry().jsonName();
  }
}
