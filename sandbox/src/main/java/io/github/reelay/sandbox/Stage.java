package io.github.reelay.sandbox;

/** How far a task is. */
enum Stage {
  QUEUED,
  RUNNING,
  DONE
}
