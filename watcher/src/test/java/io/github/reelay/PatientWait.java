package io.github.reelay;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what other threads, sockets and files do, which give no signal. */
public final class PatientWait {
  private PatientWait() {}

  /**
   * Looks again every few milliseconds, on this thread, for thirty seconds.
   *
   * @param claim what is waited for, for the message if it never comes
   */
  public static ConditionFactory await(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .pollInSameThread();
  }
}
