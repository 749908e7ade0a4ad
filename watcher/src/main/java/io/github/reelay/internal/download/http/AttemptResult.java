package io.github.reelay.internal.download.http;

import io.github.reelay.internal.download.DownloadAbortedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to fetch a video ended. */
public sealed interface AttemptResult {

  /** One method for each record: code that has them all stops compiling when one is added. */
  interface Visitor<R extends @Nullable Object> {
    /** The partial file has the whole video. */
    R complete() throws DownloadAbortedException;

    /** The next attempt fetches from the start. */
    R restart() throws DownloadAbortedException;

    /** The video host does not serve this URL; another one is needed. */
    R httpError(HttpError error) throws DownloadAbortedException;

    /** The file is not there yet. */
    R notReady(NotReady late) throws DownloadAbortedException;

    /** Another attempt with the same URL can help. */
    R retryable(Retryable retryable) throws DownloadAbortedException;
  }

  /** What the visitor's method for this record returns. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor) throws DownloadAbortedException;

  /** The partial file has the whole video, which is not at its final name yet. */
  record Complete() implements AttemptResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor)
        throws DownloadAbortedException {
      return visitor.complete();
    }
  }

  /**
   * The bytes on the disk could not be used and were dropped; the next attempt starts from the
   * beginning.
   */
  record Restart() implements AttemptResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor)
        throws DownloadAbortedException {
      return visitor.restart();
    }
  }

  /**
   * The video host does not serve this URL.
   *
   * @param status the HTTP status of the response
   * @param expired whether the response says that the URL has expired
   * @param where the host that sent the response
   */
  record HttpError(int status, boolean expired, String where) implements AttemptResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor)
        throws DownloadAbortedException {
      return visitor.httpError(this);
    }
  }

  /**
   * The file is not there yet, as it may be for some time after the end of its task.
   *
   * @param retryAfter how long the video host says to wait; null if it does not
   */
  record NotReady(@Nullable Duration retryAfter) implements AttemptResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor)
        throws DownloadAbortedException {
      return visitor.notReady(this);
    }
  }

  /**
   * Another attempt with the same URL can help.
   *
   * @param found what was found instead of the video, in words
   * @param stalled whether no bytes, or too few, arrived
   * @param status the HTTP status of the response, if there was one
   * @param retryAfter how long the video host says to wait; null if it does not
   * @param where the host that was connected to, or was to be; empty if no request was made
   */
  record Retryable(
      String found,
      boolean stalled,
      @Nullable Integer status,
      @Nullable Duration retryAfter,
      String where)
      implements AttemptResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor)
        throws DownloadAbortedException {
      return visitor.retryable(this);
    }
  }
}
