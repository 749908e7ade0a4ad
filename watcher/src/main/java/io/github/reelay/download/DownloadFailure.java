package io.github.reelay.download;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.Retry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a video was not saved.
 *
 * @param kind what the caller should know or do
 * @param message one sentence of ours; it names the task, the host or the file, and holds neither a
 *     key nor a path or query of a URL
 * @param httpStatus the status with which the store ended it; null if it was not a status
 * @param provider what the provider said when it was asked for a URL; null if it was not asked or
 *     showed a task
 */
public record DownloadFailure(
    DownloadFailureKind kind,
    String message,
    @Nullable Integer httpStatus,
    @Nullable Failure provider) {

  /** Checks that kind and sentence are there. */
  public DownloadFailure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }

  /** Without a status and without the provider. */
  static DownloadFailure of(DownloadFailureKind kind, String sentence) {
    return new DownloadFailure(kind, sentence, null, null);
  }

  /** Whether downloading again can help; where the provider refused, what that advises. */
  public Retry retry() {
    return provider == null ? kind.retry() : provider.retry();
  }
}
