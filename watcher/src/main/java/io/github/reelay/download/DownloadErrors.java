package io.github.reelay.download;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.download.AbortReason;
import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.http.AttemptResult;
import org.jspecify.annotations.Nullable;

/**
 * Why the run of a download ends without a video. The sentences name a host or the provider: no
 * path or query of a URL.
 */
final class DownloadErrors {
  private static final String USER_AGENT =
      "; some hosts refuse a user agent that is no browser's: set another";

  private DownloadErrors() {}

  static DownloadAbortedException notAVideo(String host, String found) {
    return new DownloadAbortedException(
        AbortReason.NOT_A_VIDEO,
        "a video from " + host,
        found + "; query the task for another URL, or look at this one");
  }

  static DownloadAbortedException tooLarge(String host, long most) {
    return new DownloadAbortedException(
        AbortReason.TOO_LARGE,
        "at most " + most + " bytes from " + host,
        "more; allow more if this is meant");
  }

  /**
   * The video host ended it with a status.
   *
   * @param past whether the URL is known to have expired
   * @param provider the provider, which has no other URL
   * @param result the provider's query result if it showed no task; else null
   */
  static DownloadAbortedException refused(
      AttemptResult.HttpError error,
      boolean past,
      String provider,
      QueryResult.@Nullable Failed result) {
    boolean expired = past || error.expired();
    boolean gone = error.status() == 404 || error.status() == 410;
    AbortReason known = gone ? AbortReason.GONE : AbortReason.REFUSED;
    String expiry = past ? " after the URL's expiry" : " and that the URL has expired";
    String found =
        "status "
            + error.status()
            + (expired ? expiry : "")
            + (result == null ? ", and no other URL at " : ", and no response from ")
            + provider
            + (error.status() == 403 && !expired ? USER_AGENT : "");
    return new DownloadAbortedException(
        expired ? AbortReason.EXPIRED : known,
        "the video from " + error.where() + ", found " + found,
        error.status(),
        result == null ? null : result.failure());
  }

  /** The video host ended it with a status that no other URL can change. */
  static DownloadAbortedException status(String host, int status) {
    return new DownloadAbortedException(
        AbortReason.REFUSED, "the video from " + host + ", found status " + status, status, null);
  }

  /**
   * No further attempt is made with this URL.
   *
   * @param ending what {@link RetryBackoff#ending} says
   */
  static DownloadAbortedException broken(
      String host, AttemptResult.Retryable retryable, String ending) {
    String found = retryable.found() + ending;
    return new DownloadAbortedException(
        retryable.stalled() ? AbortReason.STALLED : AbortReason.UNREACHABLE,
        "the whole video from " + host + ", found " + found,
        retryable.status(),
        null);
  }

  /** The task has no video, as its provider says. */
  static DownloadAbortedException noVideo(String status) {
    return new DownloadAbortedException(
        AbortReason.NO_VIDEO,
        "a task that has succeeded",
        "that it is " + status + "; wait for it, or query it again");
  }

  /** The provider was queried for the URL, and its response has none. */
  static DownloadAbortedException noUrl(String provider, QueryResult result) {
    return result.accept(new NoUrl(provider));
  }

  /** The provider could not be queried. */
  static DownloadAbortedException notQueried(String provider, String why) {
    return new DownloadAbortedException(
        AbortReason.PROVIDER,
        "to query " + provider + " for its URL",
        "that this cannot be: " + why);
  }

  /**
   * An exception that is a defect; its message stays out of the sentence, because it may quote a
   * URL.
   */
  static DownloadAbortedException unexpected(Throwable cause) {
    return new DownloadAbortedException(
        AbortReason.UNREACHABLE,
        "to save the video",
        "something else (" + cause.getClass().getSimpleName() + "); see the log");
  }

  private record NoUrl(String provider) implements QueryResult.Visitor<DownloadAbortedException> {
    @Override
    public DownloadAbortedException found(QueryResult.Found found) {
      return noVideo(found.task().status().jsonName());
    }

    @Override
    public DownloadAbortedException failed(QueryResult.Failed failed) {
      Failure failure = failed.failure();
      return new DownloadAbortedException(
          AbortReason.PROVIDER,
          "its URL from "
              + provider
              + ", found "
              + failure.kind().jsonName()
              + "; see the provider's failure",
          null,
          failure);
    }
  }
}
