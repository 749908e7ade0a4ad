package io.github.reelay.task;

import java.util.Locale;

/** The kind of a {@link TaskState}, so that a {@code switch} over it is exhaustive. */
public enum TaskStatus {
  /** Accepted, not started. */
  QUEUED(false),
  /** Being made. */
  RUNNING(false),
  /** Ended with a video. */
  SUCCEEDED(true),
  /** Ended without one. */
  FAILED(true),
  /** Ended because it was stopped. */
  CANCELLED(true),
  /** Ended because the provider no longer keeps it. */
  EXPIRED(true),
  /** The provider's word says nothing to us: neither ended nor known to run. */
  UNKNOWN(false);

  private final boolean terminal;

  TaskStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether the provider has finished with the task. */
  public boolean terminal() {
    return terminal;
  }

  /** The status as the canonical JSON writes it, such as {@code queued}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
