package io.github.reelay.watch;

/** Gets what happens to the tasks of a watcher. */
@FunctionalInterface
public interface TaskListener {

  /**
   * Calls come one after another, on the watcher's executor, never on the scheduler thread. A slow
   * listener delays no query. It gets of each task the newest change, whether its wait is
   * suspended, and in any case the end. An exception that it throws is logged.
   */
  void on(TaskEvent event);
}
