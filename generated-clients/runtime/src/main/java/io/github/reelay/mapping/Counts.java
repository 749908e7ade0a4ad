package io.github.reelay.mapping;

/**
 * When a value counts. A property that carries two values carries one of them at a time, and the
 * task's status decides which: a gateway that puts the URL of a success into the reason of a
 * failure has {@code x-reelay: [failure.message, 'video.url?']}.
 */
public enum Counts {
  /** Whatever the status is. */
  ALWAYS,
  /** Only if the task has succeeded: a URL in the place of a reason. */
  AFTER_SUCCESS,
  /** Only if the task has not succeeded: a reason in the place of a URL. */
  UNLESS_SUCCEEDED,
  /** Only if the task has ended: its last change, where that is its completion. */
  AFTER_END
}
