package io.github.reelay.provider;

import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import org.jspecify.annotations.Nullable;

/** Some relays repeat the key in their error message: it is masked before anybody sees it. */
final class KeyMask {
  private KeyMask() {}

  static Reading apply(Reading reading, String key) {
    if (reading instanceof Reading.NoTask none && holds(none.failure(), key)) {
      Failure failure = masked(none.failure(), key);
      return new Reading.NoTask(none.provider(), none.id(), failure, none.findings());
    }
    if (reading instanceof Reading.TaskSeen seen
        && seen.task().state() instanceof TaskState.Failed failed
        && holds(failed.failure(), key)) {
      return new Reading.TaskSeen(masked(seen.task(), masked(failed.failure(), key)));
    }
    return reading;
  }

  private static boolean holds(Failure failure, String key) {
    return holds(failure.message(), key)
        || holds(failure.code(), key)
        || holds(failure.requestId(), key);
  }

  private static boolean holds(@Nullable String text, String key) {
    return text != null && text.contains(key);
  }

  private static Failure masked(Failure failure, String key) {
    return new Failure(
        failure.kind(),
        failure.origin(),
        mask(failure.code(), key),
        mask(failure.message(), key),
        failure.httpStatus(),
        mask(failure.requestId(), key),
        failure.retry(),
        failure.retryAfter(),
        failure.diagnosis(),
        failure.deniesTask());
  }

  private static @Nullable String mask(@Nullable String text, String key) {
    return text == null ? null : text.replace(key, "***");
  }

  private static VideoTask masked(VideoTask task, Failure failure) {
    return VideoTask.builder(task.provider(), task.id(), new TaskState.Failed(failure))
        .reportedId(task.reportedId())
        .providerStatus(task.providerStatus())
        .progressPercent(task.progressPercent())
        .model(task.model())
        .prompt(task.prompt())
        .createdAt(task.createdAt())
        .updatedAt(task.updatedAt())
        .completedAt(task.completedAt())
        .findings(task.findings())
        .build();
  }
}
