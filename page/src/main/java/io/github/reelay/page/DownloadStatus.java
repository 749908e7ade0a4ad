package io.github.reelay.page;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.internal.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where the download of a video stands.
 *
 * @param state {@code running}, {@code saved} or {@code failed}
 * @param bytes how many are on the disk
 * @param total how many there will be; -1 if that is not known
 * @param file the name of the file, without its directory; null if it is not known
 * @param message why it failed; null if it has not
 */
record DownloadStatus(
    String state, long bytes, long total, @Nullable String file, @Nullable String message) {

  static DownloadStatus running(long bytes, long total) {
    return new DownloadStatus("running", bytes, total, null, null);
  }

  static DownloadStatus failed(String message) {
    return new DownloadStatus("failed", 0, -1, null, message);
  }

  static DownloadStatus of(DownloadOutcome outcome) {
    return outcome.accept(
        new DownloadOutcome.Visitor<>() {
          @Override
          public DownloadStatus saved(DownloadOutcome.Saved saved) {
            String name = String.valueOf(saved.file().getFileName());
            return new DownloadStatus("saved", saved.bytes(), saved.bytes(), name, null);
          }

          @Override
          public DownloadStatus notSaved(DownloadOutcome.NotSaved notSaved) {
            return failed(notSaved.failure().message());
          }
        });
  }

  void write(JsonWriter json) {
    json.beginObject("download");
    json.text("state", state);
    json.number("bytes", bytes);
    json.number("total", total < 0 ? null : (Long) total);
    json.text("file", PageText.of(file, 200));
    json.text("message", PageText.of(message));
    json.endObject();
  }
}
