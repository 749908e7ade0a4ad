package io.github.reelay.download;

import java.io.IOException;
import java.io.InputStream;

/** Streams a body into a part: one buffer, in which bytes are received, hashed and written. */
final class Intake {
  private static final int BUFFER = 128 * 1024;

  private final Part part;
  private final Pulse pulse;
  private final Progress progress;
  private final byte[] buffer = new byte[BUFFER];

  Intake(Part part, Pulse pulse, Progress progress) {
    this.part = part;
    this.pulse = pulse;
    this.progress = progress;
  }

  /**
   * Receives a file from its start. What was there before is dropped.
   *
   * @param head what it begins with, a video's
   * @param of what the file is
   * @param most how large it may be
   */
  void whole(Head head, PartInfo of, long most) throws Stop, IOException {
    part.restart(of);
    take(head.bytes(), head.count());
    rest(head.rest(), of.length(), most);
  }

  /**
   * Receives what remains of a body, up to its end or until the file is too large.
   *
   * @param total how large the file will be; -1 if that is not known
   * @param most how large it may be
   */
  void rest(InputStream body, long total, long most) throws Stop, IOException {
    progress.tell(part.size(), total);
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      take(buffer, count);
      if (part.size() > most) {
        return;
      }
      progress.mayTell(part.size(), total);
    }
    progress.tell(part.size(), total);
  }

  private void take(byte[] bytes, int count) throws Stop {
    pulse.beat(count); // first: a disk that takes its time is no stall of the store
    part.append(bytes, count);
  }
}
