package io.github.reelay.watch;

/** Is told what happens to the tasks of a watcher. */
@FunctionalInterface
public interface TaskListener {

  /**
   * One event. Calls come one after another, on the watcher's executor, never on the thread that
   * keeps time; a slow listener delays no query, and sees of each task the newest change, whether
   * its wait is suspended, and in any case the end. What it throws is dropped and harms nobody.
   */
  void on(TaskEvent event);
}
