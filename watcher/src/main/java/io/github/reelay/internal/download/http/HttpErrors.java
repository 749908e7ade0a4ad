package io.github.reelay.internal.download.http;

import io.github.reelay.internal.download.AbortReason;
import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.http.ProxyException;

/** Why a URL is not requested. The sentences name a host, and hold neither path nor query. */
final class HttpErrors {

  private HttpErrors() {}

  static DownloadAbortedException badUrl(String found) {
    return new DownloadAbortedException(
        AbortReason.BAD_URL, "an absolute http or https URL with a host", "one " + found);
  }

  static DownloadAbortedException forbiddenAddress(String host) {
    return new DownloadAbortedException(
        AbortReason.FORBIDDEN_ADDRESS,
        "a public address for " + host,
        "one that is not public; allow private addresses if this is meant");
  }

  /** The proxy refuses the host, and would refuse it again. */
  static DownloadAbortedException proxy(String host, ProxyException refused) {
    return new DownloadAbortedException(
        AbortReason.UNREACHABLE,
        "the video from " + host,
        refused.found() + "; " + refused.advice());
  }

  static DownloadAbortedException tooManyRedirects(String host) {
    return new DownloadAbortedException(
        AbortReason.TOO_MANY_REDIRECTS,
        "a video after at most " + RedirectFollower.MOST + " redirects",
        "one more at " + host);
  }
}
