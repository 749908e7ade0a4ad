package io.github.reelay.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * What moves a task from stage to stage: the time since its first query, or the number of its real
 * responses.
 */
sealed interface Progression {

  /**
   * How far a task is.
   *
   * @param age the time since its first query
   * @param before how many real responses it had before this one
   */
  Step step(Duration age, int before);

  /** When a stage began that a response shows for the first time. */
  Instant began(Stage stage, Instant created, Instant now);

  /**
   * A stage, and how far the task is in it.
   *
   * @param percent of the running stage, 1 to 99
   */
  record Step(Stage stage, int percent) {
    static Step of(Stage stage, double fraction) {
      return new Step(stage, (int) Math.max(1, Math.min(99, fraction * 100)));
    }
  }

  private static void notNegative(boolean isNegative, String member, Object found) {
    if (isNegative) {
      throw new IllegalArgumentException("expected " + member + " of zero or more, found " + found);
    }
  }

  record ByClock(Duration queued, Duration running) implements Progression {
    public ByClock {
      notNegative(queued.isNegative(), "queued", queued);
      notNegative(running.isNegative(), "running", running);
    }

    @Override
    public Step step(Duration age, int before) {
      Duration run = age.minus(queued);
      if (run.isNegative()) {
        return Step.of(Stage.QUEUED, 0);
      }
      return run.compareTo(running) < 0
          ? Step.of(Stage.RUNNING, (double) run.toMillis() / Math.max(1, running.toMillis()))
          : Step.of(Stage.DONE, 1);
    }

    @Override
    public Instant began(Stage stage, Instant created, Instant now) {
      return switch (stage) {
        case QUEUED -> created;
        case RUNNING -> created.plus(queued);
        case DONE -> created.plus(queued).plus(running);
      };
    }
  }

  record ByQueries(int queued, int running) implements Progression {
    public ByQueries {
      notNegative(queued < 0, "queued", queued);
      notNegative(running < 0, "running", running);
    }

    @Override
    public Step step(Duration age, int before) {
      int run = before - queued;
      if (run < 0) {
        return Step.of(Stage.QUEUED, 0);
      }
      return run < running
          ? Step.of(Stage.RUNNING, (run + 1.0) / (running + 1.0))
          : Step.of(Stage.DONE, 1);
    }

    @Override
    public Instant began(Stage stage, Instant created, Instant now) {
      return now;
    }
  }
}
