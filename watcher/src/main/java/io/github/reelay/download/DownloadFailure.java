package io.github.reelay.download;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.Retry;
import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.task.TaskHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a video was not saved.
 *
 * @param kind what the caller should know or do
 * @param message one sentence of ours; it names the task, the host or the file, and holds neither a
 *     key nor a path or query of a URL
 * @param httpStatus the status with which the video host ended it; null if it was not a status
 * @param provider the provider's failure when it was queried for a URL; null if it was not queried
 *     or showed a task
 */
public record DownloadFailure(
    DownloadFailureKind kind,
    String message,
    @Nullable Integer httpStatus,
    @Nullable Failure provider) {

  /**
   * Checks that kind and sentence are there, and the status.
   *
   * @throws IllegalArgumentException if the sentence is blank, or the status has not three digits
   */
  public DownloadFailure {
    Objects.requireNonNull(kind, "kind");
    if (message.isBlank()) {
      throw new IllegalArgumentException("expected a sentence about the failure, found none");
    }
    if (httpStatus != null && (httpStatus < 100 || httpStatus > 999)) {
      throw new IllegalArgumentException(
          "expected an HTTP status of three digits, found " + httpStatus);
    }
  }

  /** The public failure of a download that was aborted. */
  static DownloadFailure of(TaskHandle handle, DownloadAbortedException aborted) {
    return new DownloadFailure(
        DownloadFailureKind.of(aborted.reason()),
        handle + ": " + aborted.getMessage(),
        aborted.httpStatus(),
        aborted.provider());
  }

  /** Whether downloading again can help; if the provider refused, the advice of that failure. */
  public Retry retry() {
    return provider == null ? kind.retry() : provider.retry();
  }
}
