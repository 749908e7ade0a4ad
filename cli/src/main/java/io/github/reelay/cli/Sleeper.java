package io.github.reelay.cli;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {

  /**
   * Returns when that time has passed.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void sleep(Duration time) throws InterruptedException;
}
