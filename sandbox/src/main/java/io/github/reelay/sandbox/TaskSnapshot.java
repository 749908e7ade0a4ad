package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.NamedExample;
import java.time.Duration;
import java.time.Instant;

/**
 * A task as one response shows it.
 *
 * @param id the task, as the query names it; empty for none
 * @param example the example that is rendered
 * @param stage how far the task is
 * @param percent of the running stage, 1 to 99
 * @param created when it was queried first
 * @param changed when its stage began
 */
record TaskSnapshot(
    String id, NamedExample example, Stage stage, int percent, Instant created, Instant changed) {
  static final Duration VALIDITY = Duration.ofHours(24);

  /** A snapshot of no task: the example is rendered with the given time. */
  static TaskSnapshot outside(NamedExample example, Instant now) {
    return new TaskSnapshot("", example, Stage.QUEUED, 1, now, now);
  }

  /** When the URLs in this response expire. */
  Instant expires() {
    return changed.plus(VALIDITY);
  }
}
