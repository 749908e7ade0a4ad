package io.github.reelay.internal.download;

import io.github.reelay.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Ends a download without another attempt; caught where its outcome is made. Its message says what
 * was expected and found, and names a host or a file: neither the task, nor a path or query of a
 * URL.
 */
public final class DownloadAbortedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final AbortReason reason;
  private final @Nullable Integer httpStatus;
  private final transient @Nullable Failure provider;

  /** For a reason that is neither a status of the video host nor a failure of the provider. */
  public DownloadAbortedException(AbortReason reason, String expected, String found) {
    this(reason, expected + ", found " + found, null, null);
  }

  /**
   * With a status or a failure of the provider.
   *
   * @param text what follows "expected", up to the end of the sentence
   * @param httpStatus the status of the video host; null if it was not a status
   * @param provider the provider's failure; null if it was not queried, or showed a task
   */
  public DownloadAbortedException(
      AbortReason reason, String text, @Nullable Integer httpStatus, @Nullable Failure provider) {
    super("expected " + text, null, false, false);
    this.reason = reason;
    this.httpStatus = httpStatus;
    this.provider = provider;
  }

  /** The downloader was closed, or the thread interrupted. */
  public static DownloadAbortedException closed() {
    return new DownloadAbortedException(
        AbortReason.CLOSED,
        "an open downloader",
        "it closed; what was fetched is kept for the next");
  }

  /** Why there is no other attempt; the public kind of failure has the same name. */
  public AbortReason reason() {
    return reason;
  }

  /** The status with which the video host ended it; null if it was not a status. */
  public @Nullable Integer httpStatus() {
    return httpStatus;
  }

  /** The provider's failure when it was queried for a URL; null if that was not the reason. */
  public @Nullable Failure provider() {
    return provider;
  }
}
