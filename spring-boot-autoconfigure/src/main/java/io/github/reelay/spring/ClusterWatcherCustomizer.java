package io.github.reelay.spring;

import io.github.reelay.cluster.ClusterWatcherBuilder;

/** Changes the settings of the replica after the properties; a bean of a program. */
@FunctionalInterface
public interface ClusterWatcherCustomizer {
  /** Changes the replica before it is started. */
  void customize(ClusterWatcherBuilder builder);
}
