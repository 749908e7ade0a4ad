package io.github.reelay.spring;

import io.github.reelay.watch.WatcherBuilder;

/** Changes the settings of the watcher after the properties; a bean of a program. */
@FunctionalInterface
public interface WatcherCustomizer {
  /** Changes the watcher before it is built. */
  void customize(WatcherBuilder builder);
}
