package io.github.reelay.internal.download.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to fetch a video ended. */
public sealed interface AttemptResult {

  /** Everything is there. */
  record Complete() implements AttemptResult {}

  /** What is on disk is of no use, and was dropped; the next attempt fetches from the start. */
  record Restart() implements AttemptResult {}

  /**
   * The store wants another URL.
   *
   * @param status the status of the answer
   * @param expired whether the answer says that the URL has expired
   * @param where who said so
   */
  record HttpError(int status, boolean expired, String where) implements AttemptResult {}

  /**
   * The file is not there yet, as it may be for some time after the end of its task.
   *
   * @param retryAfter how long the video host asks to wait; null if it does not
   */
  record NotReady(@Nullable Duration retryAfter) implements AttemptResult {}

  /**
   * It can be tried again.
   *
   * @param found what was found instead of the video, in words
   * @param stalled whether nothing, or next to nothing, came
   * @param status the status of the answer, if that was what was found
   * @param retryAfter how long the store asks to wait; null if it does not
   * @param where the host that was connected to, or was to be; empty if no request was made
   */
  record Retryable(
      String found,
      boolean stalled,
      @Nullable Integer status,
      @Nullable Duration retryAfter,
      String where)
      implements AttemptResult {}
}
