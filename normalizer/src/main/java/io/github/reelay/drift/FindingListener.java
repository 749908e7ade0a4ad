package io.github.reelay.drift;

import io.github.reelay.contract.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told where each answer differs from its contract; see {@link
 * io.github.reelay.provider.ProviderBuilder#findings}.
 */
@FunctionalInterface
public interface FindingListener {

  /**
   * One answer was read. Called once for each, also for one that fits its contract or shows no
   * task, but not where no answer came; by whatever thread read it, so perhaps by many at once, and
   * the reading waits until it returns. What it throws is logged and harms nobody else.
   *
   * @param provider the name of the provider that answered
   * @param findings in {@link Finding#ORDER}; empty if the answer fits its contract
   * @param observedAt when the answer came; null for a saved one of which that is not known
   */
  void found(String provider, List<Finding> findings, @Nullable Instant observedAt);
}
