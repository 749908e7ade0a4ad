package io.github.reelay.dialect;

import io.github.reelay.contract.Finding;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.TaskKinds;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a status, the videos and the reasons that a body gives to the state of the task. */
final class Verdict {
  private final Answer answer;
  private final Supplier<ErrorReport> errors;
  private final Notes notes;
  private final List<String> reasons = new ArrayList<>(0);
  private @Nullable String otherMessage;
  private @Nullable String otherCode;
  private boolean outputRejected;

  Verdict(Answer answer, Supplier<ErrorReport> errors, Notes notes) {
    this.answer = answer;
    this.errors = errors;
    this.notes = notes;
  }

  /** Remembers where a reason was given. */
  void reason(String pointer, boolean given) {
    if (given) {
      reasons.add(pointer);
    }
  }

  void otherMessage(@Nullable String message) {
    otherMessage = message == null || message.isBlank() ? null : message.strip();
  }

  void moderation(@Nullable String code, boolean rejected) {
    otherCode = code == null || code.isBlank() ? null : code.strip();
    outputRejected = rejected;
  }

  TaskState state(TaskStatus status, List<Video> videos) {
    TaskState state =
        switch (status) {
          case QUEUED -> new TaskState.Queued();
          case RUNNING -> new TaskState.Running();
          case SUCCEEDED ->
              videos.isEmpty()
                  ? new TaskState.Failed(failure(FailureKind.VIDEO_MISSING))
                  : new TaskState.Succeeded(videos.get(0), videos.subList(1, videos.size()));
          case FAILED -> new TaskState.Failed(failure(null));
          case CANCELLED -> new TaskState.Cancelled();
          case EXPIRED -> new TaskState.Expired();
          case UNKNOWN -> new TaskState.Unknown();
        };
    if (state.status() != TaskStatus.FAILED) {
      for (String pointer : reasons) {
        notes.add(Finding.Kind.IGNORED_VALUE, pointer, "a reason on a task that did not fail");
      }
    }
    return state;
  }

  private Failure failure(@Nullable FailureKind known) {
    ErrorReport report = errors.get();
    String code = report.code() != null ? report.code() : otherCode;
    String message = report.words() != null ? report.words() : otherMessage;
    FailureKind kind = known != null ? known : TaskKinds.of(code, message, outputRejected);
    return answer.failure(kind, Origin.TASK, code, message, null);
  }

  /** 100 for a success that shows none; none for a completed task without its video. */
  @Nullable Integer progress(TaskStatus status, TaskState state, @Nullable Integer percent) {
    if (status != TaskStatus.SUCCEEDED) {
      return percent;
    }
    return state.status() == TaskStatus.FAILED ? null : percent == null ? (Integer) 100 : percent;
  }
}
