package io.github.reelay.sandbox;

/** How far a task is by its progression; its scenario decides what a response shows of that. */
enum Stage {
  QUEUED,
  RUNNING,
  DONE
}
