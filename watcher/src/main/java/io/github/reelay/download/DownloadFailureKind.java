package io.github.reelay.download;

import io.github.reelay.failure.Retry;
import io.github.reelay.internal.download.AbortReason;
import java.util.Locale;

/** Why a video was not saved; each kind carries its retry advice. */
public enum DownloadFailureKind {
  /** The task has no video: it has not succeeded (yet). */
  NO_VIDEO(Retry.UNKNOWN),
  /** The provider was queried for the URL and showed none. */
  PROVIDER(Retry.UNKNOWN),
  /** The URL has expired and the provider shows no other. */
  EXPIRED(Retry.NO),
  /** The video host does not have the video (any more): 404 or 410. */
  GONE(Retry.NO),
  /** The video host refuses the video: 401, 403 or another status that is final. */
  REFUSED(Retry.NO),
  /** The URL, or one that it redirects to, cannot be requested. */
  BAD_URL(Retry.NO),
  /** The host has an address that is not public, and private addresses are not allowed. */
  FORBIDDEN_ADDRESS(Retry.NO),
  /** More than five redirects. */
  TOO_MANY_REDIRECTS(Retry.NO),
  /** What was received, or the file that is there already, is no video, such as an HTML page. */
  NOT_A_VIDEO(Retry.UNKNOWN),
  /** The video is larger than allowed. */
  TOO_LARGE(Retry.NO),
  /** The video host could not be reached, failed, or broke the connection, again and again. */
  UNREACHABLE(Retry.YES),
  /** The video host sent nothing, or too little, again and again. */
  STALLED(Retry.YES),
  /** Another download, in this process or in another, has the same file. */
  BUSY(Retry.YES),
  /** The file could not be written. */
  DISK(Retry.UNKNOWN),
  /** The downloader was closed first, or its executor took no more work. */
  CLOSED(Retry.YES);

  private final Retry retry;

  DownloadFailureKind(Retry retry) {
    this.retry = retry;
  }

  /**
   * Whether downloading again can help; {@link DownloadFailure#retry} prefers the provider's
   * advice.
   */
  public Retry retry() {
    return retry;
  }

  /** The kind in lower case with hyphens, such as {@code too-large}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The public kind of that reason. */
  static DownloadFailureKind of(AbortReason reason) {
    return switch (reason) {
      case NO_VIDEO -> NO_VIDEO;
      case PROVIDER -> PROVIDER;
      case EXPIRED -> EXPIRED;
      case GONE -> GONE;
      case REFUSED -> REFUSED;
      case BAD_URL -> BAD_URL;
      case FORBIDDEN_ADDRESS -> FORBIDDEN_ADDRESS;
      case TOO_MANY_REDIRECTS -> TOO_MANY_REDIRECTS;
      case NOT_A_VIDEO -> NOT_A_VIDEO;
      case TOO_LARGE -> TOO_LARGE;
      case UNREACHABLE -> UNREACHABLE;
      case STALLED -> STALLED;
      case BUSY -> BUSY;
      case DISK -> DISK;
      case CLOSED -> CLOSED;
    };
  }
}
