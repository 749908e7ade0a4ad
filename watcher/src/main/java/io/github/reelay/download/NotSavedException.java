package io.github.reelay.download;

/** A video was not saved; the message is the sentence of its failure. */
public final class NotSavedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DownloadOutcome.NotSaved outcome;

  /** The failure of a download as an exception. */
  public NotSavedException(DownloadOutcome.NotSaved outcome) {
    super(outcome.failure().message());
    this.outcome = outcome;
  }

  /** How the download ended; not kept by serialization. */
  public DownloadOutcome.NotSaved outcome() {
    return outcome;
  }
}
