package io.github.reelay.drift;

import io.github.reelay.contract.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets each place where a response differs from its contract; see {@link
 * io.github.reelay.provider.ProviderBuilder#findings}.
 */
@FunctionalInterface
public interface FindingListener {

  /**
   * One response was read. Called once for each, also for one that fits its contract or shows no
   * task, but not where no response came; on the thread that read it, so perhaps on many at the
   * same time, and the reading waits until it returns. What it throws is logged and harms nobody
   * else.
   *
   * @param provider the name of the provider that responded
   * @param findings in {@link Finding#ORDER}; empty if the response fits its contract
   * @param observedAt when the response came; null for a saved one of which that is not known
   */
  void found(String provider, List<Finding> findings, @Nullable Instant observedAt);
}
