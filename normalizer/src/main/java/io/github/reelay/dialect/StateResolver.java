package io.github.reelay.dialect;

import io.github.reelay.contract.Finding;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Derives the state of a task from its status, its videos and the reasons in the body. */
final class StateResolver {
  private static final Set<String> ENVELOPE_WORDS = Set.of("error", "fail");
  private static final TaskState QUEUED = new TaskState.Queued();
  private static final TaskState RUNNING = new TaskState.Running();

  private final ResponseContext context;
  private final ResponseMapper<?> mapper;
  private final FindingCollector collector;
  private List<String> reasons = List.of();
  private @Nullable String otherMessage;
  private @Nullable String otherCode;
  private boolean outputRejected;

  /**
   * @param mapper reads the reason, if the task has failed
   */
  StateResolver(ResponseContext context, ResponseMapper<?> mapper, FindingCollector collector) {
    this.context = context;
    this.mapper = mapper;
    this.collector = collector;
  }

  /** Remembers where a reason stands: on a task that did not fail, each is noted. */
  void reason(String pointer) {
    if (reasons.isEmpty()) {
      reasons = new ArrayList<>();
    }
    reasons.add(pointer);
  }

  /**
   * Takes a reason from outside the error member, whose own message counts first; of these the
   * first counts.
   */
  void otherMessage(String message) {
    if (otherMessage == null) {
      otherMessage = message.strip();
    }
  }

  void moderation(@Nullable String code, boolean rejected) {
    otherCode = code == null || code.isBlank() ? null : code.strip();
    outputRejected = rejected;
  }

  TaskState state(TaskStatus status, @Nullable Video video, List<Video> more) {
    TaskState state = unlessFailed(status, video, more);
    if (state == null) {
      boolean succeeded = status == TaskStatus.SUCCEEDED;
      return new TaskState.Failed(failure(succeeded ? FailureKind.VIDEO_MISSING : null));
    }
    for (String pointer : reasons) {
      collector.add(Finding.Kind.IGNORED_VALUE, pointer, "a reason on a task that did not fail");
    }
    return state;
  }

  /** The state, which needs no reason; null if the task has failed, or has no video to show. */
  static @Nullable TaskState unlessFailed(
      TaskStatus status, @Nullable Video video, List<Video> more) {
    return switch (status) {
      case QUEUED -> QUEUED;
      case RUNNING -> RUNNING;
      case SUCCEEDED -> video == null ? null : new TaskState.Succeeded(video, more);
      case FAILED -> null;
      case CANCELLED -> new TaskState.Cancelled();
      case EXPIRED -> new TaskState.Expired();
      case UNKNOWN -> new TaskState.Unknown();
    };
  }

  /**
   * Whether a task in a response with an error status has ended. A failed one has not if the
   * response refuses the query: a gateway may repeat the id next to {@code error} or {@code fail}.
   */
  boolean endsInError(TaskStatus status, @Nullable String word) {
    if (status != TaskStatus.FAILED) {
      return status.terminal();
    }
    return word != null
        && !ENVELOPE_WORDS.contains(StatusTexts.normalise(word))
        && !refusesQuery(context.response().httpStatus(), 401, 402, 429)
        && error().codes().stream()
            .noneMatch(code -> refusesQuery(effective(code), 401, 402, 403, 404, 429));
  }

  /**
   * Whether a task has failed by nothing but a word with which gateways refuse a query, and which
   * the provider's document does not name.
   */
  boolean isGatewayWord(TaskStatus status, @Nullable String word) {
    return status == TaskStatus.FAILED
        && word != null
        && ENVELOPE_WORDS.contains(StatusTexts.normalise(word))
        && !mapper.documents(word);
  }

  private static int effective(String code) {
    return ProviderFailureClassifier.effectiveStatus(code, 200);
  }

  private static boolean refusesQuery(int status, int... refusals) {
    return IntStream.of(refusals).anyMatch(refusal -> refusal == status);
  }

  private ErrorDescription error() {
    return ErrorDescription.read(mapper, context.response(), collector.location());
  }

  private Failure failure(@Nullable FailureKind known) {
    ErrorDescription error = error();
    String code = error.code() != null ? error.code() : otherCode;
    FailureKind kind = known != null ? known : kind(error);
    return context.failure(kind, Origin.TASK).code(code).message(message(error)).build();
  }

  private @Nullable String message(ErrorDescription error) {
    return error.report().firstMessage() == null && otherMessage != null
        ? otherMessage
        : error.message();
  }

  private FailureKind kind(ErrorDescription error) {
    List<String> codes = new ArrayList<>(error.codes());
    if (otherCode != null) {
      codes.add(otherCode);
    }
    return TaskFailureClassifier.of(context.rules(), codes, message(error), outputRejected);
  }

  /** 100 for a success, whatever it shows; none for a completed task without its video. */
  static @Nullable Integer progress(TaskStatus status, TaskState state, @Nullable Integer percent) {
    if (status != TaskStatus.SUCCEEDED) {
      return percent;
    }
    return state.status() == TaskStatus.FAILED ? null : (Integer) 100;
  }
}
