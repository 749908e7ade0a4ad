package io.github.reelay.internal.download;

/**
 * Why a download ends without another attempt; the public kind of failure of the same name says
 * what to do.
 */
public enum AbortReason {
  NO_VIDEO,
  PROVIDER,
  EXPIRED,
  GONE,
  REFUSED,
  BAD_URL,
  FORBIDDEN_ADDRESS,
  TOO_MANY_REDIRECTS,
  NOT_A_VIDEO,
  TOO_LARGE,
  UNREACHABLE,
  STALLED,
  BUSY,
  DISK,
  CLOSED;

  /**
   * Whether the video host is not available, so that a partial file which is complete is used
   * without it.
   */
  public boolean isHostUnavailable() {
    return this == EXPIRED
        || this == GONE
        || this == REFUSED
        || this == UNREACHABLE
        || this == STALLED;
  }
}
