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

  /** How the wait ended instead; not kept by serialization. */
  public Outcome outcome() {
    return outcome;
  }

  private static String found(Outcome outcome) {
    return outcome.accept(new Found());
  }

  /** What was found in place of a task that has ended. */
  private static final class Found implements Outcome.Visitor<String> {
    private static final String RUNNING = "it still running; wait again with the same handle";

    @Override
    public String finished(Outcome.Finished finished) {
      return RUNNING; // not reached: what has finished does not throw this
    }

    @Override
    public String unfinished(Outcome.Unfinished unfinished) {
      return RUNNING;
    }

    @Override
    public String refused(Outcome.Refused refused) {
      return "that the provider refuses, " + words(refused.failure());
    }

    @Override
    public String unreachable(Outcome.Unreachable unreachable) {
      return "no readable response, " + words(unreachable.failure());
    }
  }

  private static String words(Failure failure) {
    return failure.summary() + "; another query can help: " + failure.retry().jsonName();
  }
}
