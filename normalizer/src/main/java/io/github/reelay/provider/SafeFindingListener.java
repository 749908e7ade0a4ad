package io.github.reelay.provider;

import io.github.reelay.contract.Finding;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.internal.LoggedCalls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener whose failures end in the log: a response that was paid for is not lost to them. */
final class SafeFindingListener implements FindingListener {
  private static final LoggedCalls CALLS =
      new LoggedCalls(
          System.getLogger(FindingListener.class.getName()), "the listener for findings of");

  private final FindingListener listener;

  SafeFindingListener(FindingListener listener) {
    this.listener = listener;
  }

  @Override
  public void found(String provider, List<Finding> findings, @Nullable Instant observedAt) {
    CALLS.run(provider, () -> listener.found(provider, findings, observedAt));
  }

  /** Names the listener inside. */
  @Override
  public String toString() {
    return "SafeFindingListener[" + listener + "]";
  }
}
