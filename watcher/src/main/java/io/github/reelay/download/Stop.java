package io.github.reelay.download;

/** Ends a download for good; caught where its outcome is made. */
final class Stop extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DownloadFailure failure;

  Stop(DownloadFailure failure) {
    super(failure.sentence(), null, false, false);
    this.failure = failure;
  }

  DownloadFailure failure() {
    return failure;
  }
}
