package io.github.reelay.exchange;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.Failure;

/** Thrown by {@link Reading#taskOrThrow} only; carries the reading. */
public final class NoTaskException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Reading.NoTask reading;

  NoTaskException(Reading.NoTask reading) {
    super(sentence(reading));
    this.reading = reading;
  }

  /** What was read instead of a task. */
  public Reading.NoTask reading() {
    return reading;
  }

  private static String sentence(Reading.NoTask reading) {
    Failure failure = reading.failure();
    return reading.provider()
        + (reading.id() == null ? "" : ":" + PrintableText.of(reading.id()))
        + ": expected a task, found "
        + failure.kind().jsonName()
        + (failure.httpStatus() == null ? "" : " (HTTP " + failure.httpStatus() + ")")
        + "; asking again can help: "
        + failure.retry().jsonName();
  }
}
