package io.github.reelay.download;

/** Ends a download for good; caught where its outcome is made. */
final class DownloadAbortedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DownloadFailure failure;

  DownloadAbortedException(DownloadFailure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  DownloadFailure failure() {
    return failure;
  }
}
