package io.github.reelay.cli.terminal;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.watch.json.WatchJson;

/** A video on the disk as a line of JSON. */
public final class VideoLine {
  private VideoLine() {}

  /** The line of one video, which never says that the file was there before. */
  public static String of(DownloadOutcome.Saved saved) {
    return WatchJson.line(
        new DownloadOutcome.Saved(
            saved.handle(), saved.file(), saved.bytes(), saved.sha256(), false));
  }
}
