package io.github.reelay.spring;

import io.github.reelay.spring.OpenTaskList.OpenTask;
import io.github.reelay.watch.Watcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator endpoint {@code reelay}: the tasks that this application watches. */
@Endpoint(id = "reelay")
final class ReelayEndpoint {
  private static final int LIMIT = 100;

  private final OpenTaskList tasks;
  private final ObjectProvider<Watcher> watcher;

  ReelayEndpoint(OpenTaskList tasks, ObjectProvider<Watcher> watcher) {
    this.tasks = tasks;
    this.watcher = watcher;
  }

  /**
   * What is open.
   *
   * @param count how many tasks there are
   * @param tasks some of them
   */
  record Open(int count, List<OpenTask> tasks) {}

  /** The tasks that are watched; 100 of them, or as many as the limit says. */
  @ReadOperation
  Open open(@Nullable Integer limit) {
    int most = limit == null ? LIMIT : Math.max(0, limit);
    Watcher local = watcher.getIfAvailable();
    if (local == null) {
      return new Open(tasks.count(), tasks.some(most));
    }
    List<OpenTask> some = new ArrayList<>();
    local.forEachUnfinished(
        handle -> {
          if (some.size() < most) {
            some.add(tasks.get(handle));
          }
        });
    return new Open(local.unfinishedCount(), some);
  }
}
