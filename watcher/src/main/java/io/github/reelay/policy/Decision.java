package io.github.reelay.policy;

import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.time.Duration;

/** What to do about a task after an answer. */
public sealed interface Decision {

  /**
   * Ask again.
   *
   * @param delay from now; never asked earlier, and at most the jitter later if the pace allows
   */
  record AskAgain(Duration delay) implements Decision {}

  /**
   * Stop: the task has ended.
   *
   * @param task as it was seen last
   */
  record Finish(VideoTask task) implements Decision {}

  /**
   * Stop: the next query would come too late. The task may still end.
   *
   * @param delay when it might be asked for again, from now
   */
  record GiveUp(Duration delay) implements Decision {}

  /**
   * Stop: the provider refuses to tell.
   *
   * @param failure why
   */
  record Refuse(Failure failure) implements Decision {}

  /**
   * Stop: no readable answer came for too long.
   *
   * @param failure the last one
   */
  record Disconnect(Failure failure) implements Decision {}
}
