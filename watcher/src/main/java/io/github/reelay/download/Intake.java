package io.github.reelay.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

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
   * Receives a file from its start. What was there before is dropped as soon as this is seen to be
   * an MP4.
   *
   * @param of what the file is
   * @return what it is instead, in words; null if it is an MP4 and has ended
   */
  @Nullable String whole(Answer answer, PartInfo of, long most) throws Stop, IOException {
    InputStream body = answer.body().getContent();
    int count = body.readNBytes(buffer, 0, VideoCheck.HEAD);
    if (count < VideoCheck.HEAD && !answer.showsItsEnd()) {
      throw new EOFException("expected more of the body, found its end");
    }
    String refusal = VideoCheck.refusal(buffer, count);
    if (refusal != null) {
      return refusal;
    }
    part.restart(of);
    take(count);
    rest(body, of.length(), most);
    return null;
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
      take(count);
      if (part.size() > most) {
        return;
      }
      progress.mayTell(part.size(), total);
    }
    progress.tell(part.size(), total);
  }

  private void take(int count) throws Stop {
    part.append(buffer, count);
    pulse.beat(count);
  }
}
