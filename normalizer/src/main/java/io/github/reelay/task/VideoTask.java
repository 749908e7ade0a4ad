package io.github.reelay.task;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task as one response showed it, the same for all providers. What the response does not report
 * is null.
 *
 * <pre>{@code
 * if (task.video() != null) {
 *   return "download " + task.video().url();
 * }
 * return task.status().terminal() ? "no video" : "query again";
 * }</pre>
 *
 * @param provider the name under which the provider is registered
 * @param id the id of the query; for a saved body without one, the body's own. Null only if neither
 *     is known
 * @param reportedId the id in the body where it differs from {@code id} (TC4, TE17)
 * @param state where the task stands
 * @param providerStatus the provider's status text as received, trimmed
 * @param progressPercent 0 to 100, rounded down
 * @param model the provider's name of the model
 * @param prompt the prompt as the provider repeats it
 * @param createdAt when the task was created
 * @param updatedAt when its status last changed
 * @param completedAt when it ended
 * @param findings where the response differs from the provider's contract, in {@link Finding#ORDER}
 */
public record VideoTask(
    String provider,
    @Nullable String id,
    @Nullable String reportedId,
    TaskState state,
    @Nullable String providerStatus,
    @Nullable Integer progressPercent,
    @Nullable String model,
    @Nullable String prompt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant completedAt,
    List<Finding> findings) {

  /**
   * Checks the provider's name and the progress, and copies the findings.
   *
   * @throws IllegalArgumentException if the provider's name is not fit for a {@link TaskHandle}, or
   *     the progress is not from 0 to 100
   */
  public VideoTask {
    TaskHandle.checkProviderName(provider);
    Objects.requireNonNull(state, "state");
    findings = List.copyOf(findings);
    if (progressPercent != null && (progressPercent < 0 || progressPercent > 100)) {
      throw new IllegalArgumentException(
          "expected a progress from 0 to 100, found " + progressPercent);
    }
  }

  /**
   * A builder with what is known of every task: provider, id and state as in this record.
   *
   * @see VideoTaskBuilder#build
   */
  public static VideoTaskBuilder builder(String provider, @Nullable String id, TaskState state) {
    return new VideoTaskBuilder(provider, id, state);
  }

  /** The kind of the state. */
  public TaskStatus status() {
    return state.status();
  }

  /**
   * The video of a task that has succeeded, the first one if it made several; see {@link
   * TaskState.Succeeded#more}. Null for a task in any other state.
   */
  public @Nullable Video video() {
    return state instanceof TaskState.Succeeded succeeded ? succeeded.video() : null;
  }

  /** Why the task failed; null for a task in any other state. */
  public @Nullable Failure failure() {
    return state instanceof TaskState.Failed failed ? failed.failure() : null;
  }

  /**
   * The handle for the next query; null if {@link #id} is, or if no handle can hold it because it
   * is empty or has control characters.
   */
  public @Nullable TaskHandle handle() {
    return TaskHandle.isTaskId(id) ? new TaskHandle(provider, id) : null;
  }

  /** Names the task and its state, printably; the prompt, URLs' paths and queries stay out. */
  @Override
  public String toString() {
    return "VideoTask["
        + PrintableText.of(provider)
        + ":"
        + (id == null ? "?" : PrintableText.of(id))
        + ", "
        + state
        + (progressPercent == null ? "" : ", " + progressPercent + " %")
        + (findings.isEmpty() ? "" : ", findings=" + findings.size())
        + "]";
  }
}
