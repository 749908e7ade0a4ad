package io.github.reelay.internal;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Handles as callers give them. */
public final class Handles {
  private Handles() {}

  /**
   * Handles that are given as such or as their texts, each once.
   *
   * @throws IllegalArgumentException if one of them is neither
   */
  public static Set<TaskHandle> of(Collection<?> given) {
    Set<TaskHandle> handles = new LinkedHashSet<>();
    for (Object each : given) {
      handles.add(handle(each));
    }
    return handles;
  }

  private static TaskHandle handle(Object handle) {
    if (handle instanceof TaskHandle known) {
      return known;
    }
    if (handle instanceof String text) {
      return TaskHandle.parse(text);
    }
    throw new IllegalArgumentException(
        "expected handles as texts or TaskHandles, found one of " + handle.getClass().getName());
  }
}
