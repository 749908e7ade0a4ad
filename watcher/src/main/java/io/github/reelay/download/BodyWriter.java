package io.github.reelay.download;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.file.PartialFile;
import io.github.reelay.internal.download.file.PartialFileInfo;
import io.github.reelay.internal.download.http.BodyPrefix;
import io.github.reelay.internal.download.http.StallDetector;
import java.io.IOException;
import java.io.InputStream;

/**
 * Streams a body into a partial file, through one buffer in which bytes are received, hashed and
 * written.
 */
final class BodyWriter {
  private static final int BUFFER = 128 * 1024;

  private final PartialFile part;
  private final StallDetector stallDetector;
  private final ProgressReporter progress;
  private final byte[] buffer = new byte[BUFFER];

  BodyWriter(PartialFile part, StallDetector stallDetector, ProgressReporter progress) {
    this.part = part;
    this.stallDetector = stallDetector;
    this.progress = progress;
  }

  /**
   * Receives a file from its start. Earlier bytes are dropped.
   *
   * @param prefix the first bytes of the body, which are those of a video
   * @param of what is known of the file
   * @param most the largest size allowed
   */
  void whole(BodyPrefix prefix, PartialFileInfo of, long most)
      throws DownloadAbortedException, IOException {
    part.restart(of);
    take(prefix.bytes(), prefix.count());
    rest(prefix.rest(), of.length(), most);
  }

  /**
   * Receives the rest of a body, up to its end or until the file is too large.
   *
   * @param total the size of the file; -1 if that is not known
   * @param most the largest size allowed
   */
  void rest(InputStream body, long total, long most) throws DownloadAbortedException, IOException {
    progress.report(part.size(), total);
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      take(buffer, count);
      if (part.size() > most) {
        return;
      }
      progress.reportIfDue(part.size(), total);
    }
    progress.report(part.size(), total);
  }

  private void take(byte[] bytes, int count) throws DownloadAbortedException {
    stallDetector.received(count); // before writing: a slow disk is no stall of the video host
    part.append(bytes, count);
    progress.received(count);
  }
}
