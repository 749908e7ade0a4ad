package io.github.reelay.mapping;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a provider's status word can mean ({@code x-means}). */
public enum CanonicalStatus {
  /** Accepted, work not begun. */
  QUEUED,
  /** Work has begun and has not ended. */
  RUNNING,
  /** Ended with a video. */
  SUCCEEDED,
  /** Ended without one. */
  FAILED,
  /** Ended because a user wished it. */
  CANCELLED,
  /** Ended, and its result is no longer kept. */
  EXPIRED,
  /** The provider says that it does not know; the task has not ended. */
  UNKNOWN;

  private static final CanonicalStatus[] ALL = values();

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The status as documents write it, such as {@code queued}. */
  public String text() {
    return text;
  }

  /** The status of that text; null if there is none. */
  public static @Nullable CanonicalStatus of(String text) {
    for (CanonicalStatus status : ALL) {
      if (status.text.equals(text)) {
        return status;
      }
    }
    return null;
  }
}
