package io.github.reelay.cli.terminal;

import io.github.reelay.download.DownloadOutcome;

/** A video on the disk as a line of JSON. */
public final class VideoLine {
  private VideoLine() {}

  /** The line of one video. */
  public static String of(DownloadOutcome.Saved saved) {
    return JsonLine.of(
        json -> {
          json.writeStringField("handle", saved.handle().toString());
          json.writeStringField("file", saved.file().toString());
          json.writeNumberField("bytes", saved.bytes());
          json.writeStringField("sha256", saved.sha256());
        });
  }
}
