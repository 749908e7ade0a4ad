package io.github.reelay.provider;

import io.github.reelay.contract.Finding;
import io.github.reelay.drift.FindingListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener whose failures end in the log: a response that was paid for is not lost to them. */
final class SafeFindingListener implements FindingListener {
  private static final Logger LOG = System.getLogger(FindingListener.class.getName());

  private final FindingListener listener;

  SafeFindingListener(FindingListener listener) {
    this.listener = listener;
  }

  @Override
  public void found(String provider, List<Finding> findings, @Nullable Instant observedAt) {
    try {
      listener.found(provider, findings, observedAt);
    } catch (RuntimeException | Error thrown) {
      LOG.log(
          Level.WARNING,
          "expected the listener for findings of " + provider + " to return, found an exception",
          thrown);
    }
  }

  /** Shows the chain. */
  @Override
  public String toString() {
    return "SafeFindingListener[" + listener + "]";
  }
}
