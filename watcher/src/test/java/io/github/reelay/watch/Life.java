package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What really happens to one simulated task, whatever its relay says meanwhile.
 *
 * @param handle the task
 * @param addedAt when it is given to the watcher, from the beginning
 * @param doneAt when it ends
 * @param end how
 */
record Life(TaskHandle handle, Duration addedAt, Duration doneAt, End end) {

  /** How a task ends. */
  enum End {
    /** With a video. */
    SUCCEEDS,
    /** Without one. */
    FAILS,
    /** With a video whose URL is shown only from the second query on. */
    SUCCEEDS_LATE,
    /** Never, while anybody watches. */
    NEVER,
    /** It is not known at first. */
    UNKNOWN_AT_FIRST,
    /** The key is revoked meanwhile. */
    FORBIDDEN
  }

  static Life of(TaskHandle handle, Duration addedAt, SplittableRandom random) {
    int dice = random.nextInt(100);
    End end =
        dice < 80
            ? End.SUCCEEDS
            : dice < 87
                ? End.FAILS
                : dice < 91
                    ? End.SUCCEEDS_LATE
                    : dice < 94 ? End.NEVER : dice < 98 ? End.UNKNOWN_AT_FIRST : End.FORBIDDEN;
    return new Life(handle, addedAt, addedAt.plusSeconds(20 + random.nextInt(400)), end);
  }

  /** The honest answer to a query. */
  Reply truth(Relays.Query query, int shownAsDone) {
    String provider = handle.provider();
    String id = handle.id();
    boolean done = query.at().compareTo(doneAt) >= 0;
    long percent = 100 * query.at().minus(addedAt).toMillis() / doneAt.minus(addedAt).toMillis();
    Reply running =
        Reply.of(
            percent < 10
                ? Body.queued(provider, id)
                : Body.running(provider, id, (int) Math.min(percent, 99)));
    return switch (end) {
      case SUCCEEDS -> done ? Reply.of(Body.completed(provider, id)) : running;
      case FAILS -> done ? Reply.of(Body.failed(provider, id)) : running;
      case SUCCEEDS_LATE ->
          !done
              ? running
              : Reply.of(
                  shownAsDone == 0
                      ? Body.completedWithoutVideo(provider, id)
                      : Body.completed(provider, id));
      case NEVER -> running;
      case UNKNOWN_AT_FIRST ->
          query.number() <= 2
              ? Reply.of(404)
              : done ? Reply.of(Body.completed(provider, id)) : running;
      case FORBIDDEN -> done ? Reply.of(401) : running;
    };
  }
}
