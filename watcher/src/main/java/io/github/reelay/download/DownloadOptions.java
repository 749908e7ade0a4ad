package io.github.reelay.download;

import java.util.Objects;

/**
 * The options of one call of {@link Downloader#downloadAll}.
 *
 * @param byFormat whether the extension of the file is replaced by that of the video's format, as
 *     {@link Downloader#downloadByFormat} says
 * @param retried whether a download that ends without a file, but that can help to repeat, is
 *     repeated every five minutes until its URL has expired, or for a day if that is not known
 * @param listener hears of these downloads, as that of the builder does of all
 */
public record DownloadOptions(boolean byFormat, boolean retried, DownloadListener listener) {
  /** Exactly the named file, without a retry and without a listener. */
  public static final DownloadOptions DEFAULT =
      new DownloadOptions(false, false, (handle, bytes, total) -> {});

  /** Checks that there is a listener. */
  public DownloadOptions {
    Objects.requireNonNull(listener, "listener");
  }
}
