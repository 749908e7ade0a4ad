package io.github.reelay.download;

import io.github.reelay.exchange.QueryResult;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The sentences of one errand's failures. They name the task, a host, the file: no URL. */
final class DownloadErrors {
  private static final String USER_AGENT =
      "; some hosts refuse a user agent that is no browser's: set another";

  private final DownloadJob job;

  DownloadErrors(DownloadJob job) {
    this.job = job;
  }

  /** The provider whose task it is. */
  String provider() {
    return job.handle().provider();
  }

  /** The file cannot be read or written; or not any more, since its thread was interrupted. */
  DownloadAbortedException disk(IOException cause) {
    if (cause instanceof ClosedByInterruptException
        || cause instanceof FileLockInterruptionException) {
      return closed();
    }
    return aborted(
        DownloadFailureKind.DISK, "to write " + job.file(), DiskErrors.found(job.file(), cause));
  }

  /** What has the name of a file is something else, which is neither read nor replaced. */
  DownloadAbortedException notAFile(Path place) {
    return aborted(
        DownloadFailureKind.DISK,
        "a regular file or none at " + place,
        "something else, such as a device, pipe or link; move it away, or choose another file");
  }

  /** Somebody else has made a file while the video was fetched. */
  DownloadAbortedException appeared(Path place) {
    return aborted(
        DownloadFailureKind.DISK,
        "no file at " + place + " until the video was whole",
        "one that appeared meanwhile; move it away and try again, the video is kept beside it");
  }

  DownloadAbortedException busy() {
    return aborted(
        DownloadFailureKind.BUSY,
        "to be the only download to " + job.file(),
        "another one, here or in another process; wait for its end");
  }

  DownloadAbortedException badUrl(String found) {
    return aborted(
        DownloadFailureKind.BAD_URL, "an absolute http or https URL with a host", "one " + found);
  }

  DownloadAbortedException forbiddenAddress(String host) {
    return aborted(
        DownloadFailureKind.FORBIDDEN_ADDRESS,
        "a public address for " + host,
        "one that is not public; allow private addresses if this is meant");
  }

  DownloadAbortedException tooManyRedirects(String host) {
    return aborted(
        DownloadFailureKind.TOO_MANY_REDIRECTS,
        "a video after at most " + RedirectFollower.MOST + " redirects",
        "one more at " + host);
  }

  DownloadAbortedException notAVideo(String host, String found) {
    return aborted(
        DownloadFailureKind.NOT_A_VIDEO,
        "a video from " + host,
        found + "; query the task for another URL, or look at this one");
  }

  /** Something else than a video has the name that it is to have. */
  DownloadAbortedException notAVideoThere(String found) {
    return aborted(
        DownloadFailureKind.NOT_A_VIDEO,
        "a video or no file at " + job.file(),
        found + "; move it away, or choose another file");
  }

  DownloadAbortedException tooLarge(String host, long most) {
    return aborted(
        DownloadFailureKind.TOO_LARGE,
        "at most " + most + " bytes from " + host,
        "more; allow more if this is meant");
  }

  /**
   * The store ended it with a status.
   *
   * @param past whether the URL is known to be past its expiry
   */
  DownloadAbortedException refused(
      AttemptResult.HttpError error, boolean past, QueryResult.@Nullable Failed provider) {
    boolean expired = past || error.expired();
    boolean gone = error.status() == 404 || error.status() == 410;
    DownloadFailureKind known = gone ? DownloadFailureKind.GONE : DownloadFailureKind.REFUSED;
    DownloadFailureKind kind = expired ? DownloadFailureKind.EXPIRED : known;
    String words = past ? " after the URL's expiry" : " and that the URL has expired";
    String found =
        "status "
            + error.status()
            + (expired ? words : "")
            + (provider == null ? ", and no other URL at " : ", and no answer from ")
            + job.handle().provider()
            + (error.status() == 403 && !expired ? USER_AGENT : "");
    return new DownloadAbortedException(
        new DownloadFailure(
            kind,
            sentence("the video from " + error.where(), found),
            error.status(),
            provider == null ? null : provider.failure()));
  }

  /** The store ended it with a status that no other URL can change. */
  DownloadAbortedException status(String host, int status) {
    return new DownloadAbortedException(
        new DownloadFailure(
            DownloadFailureKind.REFUSED,
            sentence("the video from " + host, "status " + status),
            status,
            null));
  }

  /** It broke too often. */
  DownloadAbortedException broken(String host, AttemptResult.Retryable retryable, int inARow) {
    DownloadFailureKind kind =
        retryable.stalled() ? DownloadFailureKind.STALLED : DownloadFailureKind.UNREACHABLE;
    String found = retryable.found() + ", " + inARow + " times in a row; try again later";
    return new DownloadAbortedException(
        new DownloadFailure(
            kind, sentence("the whole video from " + host, found), retryable.status(), null));
  }

  /** The task has no video, as its provider says. */
  DownloadAbortedException noVideo(String status) {
    return aborted(
        DownloadFailureKind.NO_VIDEO,
        "a task that has succeeded",
        "that it is " + status + "; wait for it, or query it again");
  }

  /** The provider did not tell. */
  DownloadAbortedException provider(QueryResult.Failed result) {
    String found = result.failure().kind().jsonName() + "; see the provider's failure";
    return new DownloadAbortedException(
        new DownloadFailure(
            DownloadFailureKind.PROVIDER,
            sentence("its URL from " + job.handle().provider(), found),
            null,
            result.failure()));
  }

  /** The provider could not even be asked. */
  DownloadAbortedException unaskable(String why) {
    return aborted(
        DownloadFailureKind.PROVIDER,
        "to ask " + job.handle().provider() + " for its URL",
        "that this cannot be: " + why);
  }

  DownloadAbortedException closed() {
    return aborted(
        DownloadFailureKind.CLOSED,
        "an open downloader",
        "it closed; what was fetched is kept for the next");
  }

  /** Nothing that is expected to happen. */
  DownloadAbortedException unexpected(Throwable cause) {
    return aborted(
        DownloadFailureKind.UNREACHABLE,
        "to save the video",
        "something else (" + cause.getClass().getSimpleName() + "); see the log");
  }

  private DownloadAbortedException aborted(
      DownloadFailureKind kind, String expected, String found) {
    return new DownloadAbortedException(DownloadFailure.of(kind, sentence(expected, found)));
  }

  private String sentence(String expected, String found) {
    return job.handle() + ": expected " + expected + ", found " + found;
  }

  /** The host of a URL and nothing else. */
  static String host(URI url) {
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
  }
}
