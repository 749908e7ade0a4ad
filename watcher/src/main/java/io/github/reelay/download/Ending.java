package io.github.reelay.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to fetch a video ended. */
sealed interface Ending {

  /** Everything is there. */
  record Complete() implements Ending {}

  /** What is on disk is of no use, and was dropped; the next attempt fetches from the start. */
  record Anew() implements Ending {}

  /**
   * The store wants another URL.
   *
   * @param status 401, 403, 404 or 410
   * @param host who said so
   */
  record Refused(int status, String host) implements Ending {}

  /**
   * It can be tried again.
   *
   * @param found what was found instead of the video, in words
   * @param stalled whether nothing, or next to nothing, came
   * @param status the status of the answer, if that was what was found
   * @param retryAfter how long the store asks to wait; null if it does not
   */
  record Broken(
      String found, boolean stalled, @Nullable Integer status, @Nullable Duration retryAfter)
      implements Ending {}
}
