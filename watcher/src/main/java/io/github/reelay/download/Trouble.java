package io.github.reelay.download;

import io.github.reelay.exchange.QueryResult;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The sentences of one errand's failures. They name the task, a host, the file: no URL. */
final class Trouble {
  private static final String USER_AGENT =
      "; some hosts refuse a user agent that is no browser's: set another";

  private final Errand errand;

  Trouble(Errand errand) {
    this.errand = errand;
  }

  /** The provider whose task it is. */
  String provider() {
    return errand.handle().provider();
  }

  /** The file cannot be read or written; or not any more, since its thread was interrupted. */
  Stop disk(IOException cause) {
    if (cause instanceof ClosedByInterruptException
        || cause instanceof FileLockInterruptionException) {
      return closed();
    }
    return stop(
        DownloadFailureKind.DISK,
        "to write " + errand.file(),
        DiskTrouble.found(errand.file(), cause));
  }

  /** What has the name of a file is something else, which is neither read nor replaced. */
  Stop notAFile(Path place) {
    return stop(
        DownloadFailureKind.DISK,
        "a regular file or none at " + place,
        "something else, such as a device, pipe or link; move it away, or choose another file");
  }

  /** Somebody else has made a file while the video was fetched. */
  Stop appeared(Path place) {
    return stop(
        DownloadFailureKind.DISK,
        "no file at " + place + " until the video was whole",
        "one that appeared meanwhile; move it away and try again, the video is kept beside it");
  }

  Stop busy() {
    return stop(
        DownloadFailureKind.BUSY,
        "to be the only download to " + errand.file(),
        "another one, here or in another process; wait for its end");
  }

  Stop badUrl(String found) {
    return stop(
        DownloadFailureKind.BAD_URL, "an absolute http or https URL with a host", "one " + found);
  }

  Stop forbiddenAddress(String host) {
    return stop(
        DownloadFailureKind.FORBIDDEN_ADDRESS,
        "a public address for " + host,
        "one that is not public; allow private addresses if this is meant");
  }

  Stop tooManyRedirects(String host) {
    return stop(
        DownloadFailureKind.TOO_MANY_REDIRECTS,
        "a video after at most " + Hops.MOST + " redirects",
        "one more at " + host);
  }

  Stop notAVideo(String host, String found) {
    return stop(
        DownloadFailureKind.NOT_A_VIDEO,
        "a video from " + host,
        found + "; query the task for another URL, or look at this one");
  }

  /** Something else than a video has the name that it is to have. */
  Stop notAVideoThere(String found) {
    return stop(
        DownloadFailureKind.NOT_A_VIDEO,
        "a video or no file at " + errand.file(),
        found + "; move it away, or choose another file");
  }

  Stop tooLarge(String host, long most) {
    return stop(
        DownloadFailureKind.TOO_LARGE,
        "at most " + most + " bytes from " + host,
        "more; allow more if this is meant");
  }

  /**
   * The store ended it with a status.
   *
   * @param past whether the URL is known to be past its expiry
   */
  Stop refused(Ending.Refused refused, boolean past, QueryResult.@Nullable Failed provider) {
    boolean expired = past || refused.expired();
    boolean gone = refused.status() == 404 || refused.status() == 410;
    DownloadFailureKind known = gone ? DownloadFailureKind.GONE : DownloadFailureKind.REFUSED;
    DownloadFailureKind kind = expired ? DownloadFailureKind.EXPIRED : known;
    String words = past ? " after the URL's expiry" : " and that the URL has expired";
    String found =
        "status "
            + refused.status()
            + (expired ? words : "")
            + (provider == null ? ", and no other URL at " : ", and no answer from ")
            + errand.handle().provider()
            + (refused.status() == 403 && !expired ? USER_AGENT : "");
    return new Stop(
        new DownloadFailure(
            kind,
            sentence("the video from " + refused.where(), found),
            refused.status(),
            provider == null ? null : provider.failure()));
  }

  /** The store ended it with a status that no other URL can change. */
  Stop status(String host, int status) {
    return new Stop(
        new DownloadFailure(
            DownloadFailureKind.REFUSED,
            sentence("the video from " + host, "status " + status),
            status,
            null));
  }

  /** It broke too often. */
  Stop broken(String host, Ending.Broken broken, int inARow) {
    DownloadFailureKind kind =
        broken.stalled() ? DownloadFailureKind.STALLED : DownloadFailureKind.UNREACHABLE;
    String found = broken.found() + ", " + inARow + " times in a row; try again later";
    return new Stop(
        new DownloadFailure(
            kind, sentence("the whole video from " + host, found), broken.status(), null));
  }

  /** The task has no video, as its provider says. */
  Stop noVideo(String status) {
    return stop(
        DownloadFailureKind.NO_VIDEO,
        "a task that has succeeded",
        "that it is " + status + "; wait for it, or query it again");
  }

  /** The provider did not tell. */
  Stop provider(QueryResult.Failed result) {
    String found = result.failure().kind().jsonName() + "; see the provider's failure";
    return new Stop(
        new DownloadFailure(
            DownloadFailureKind.PROVIDER,
            sentence("its URL from " + errand.handle().provider(), found),
            null,
            result.failure()));
  }

  /** The provider could not even be asked. */
  Stop unaskable(String why) {
    return stop(
        DownloadFailureKind.PROVIDER,
        "to ask " + errand.handle().provider() + " for its URL",
        "that this cannot be: " + why);
  }

  Stop closed() {
    return stop(
        DownloadFailureKind.CLOSED,
        "an open downloader",
        "it closed; what was fetched is kept for the next");
  }

  /** Nothing that is expected to happen. */
  Stop unexpected(Throwable cause) {
    return stop(
        DownloadFailureKind.UNREACHABLE,
        "to save the video",
        "something else (" + cause.getClass().getSimpleName() + "); see the log");
  }

  private Stop stop(DownloadFailureKind kind, String expected, String found) {
    return new Stop(DownloadFailure.of(kind, sentence(expected, found)));
  }

  private String sentence(String expected, String found) {
    return errand.handle() + ": expected " + expected + ", found " + found;
  }

  /** The host of a URL and nothing else. */
  static String host(URI url) {
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
  }
}
