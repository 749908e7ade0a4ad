package io.github.reelay.cli.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream at its line feeds, in constant memory: of a line too long nothing is kept. */
final class LineSplitter {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;

  /**
   * Reads nothing yet.
   *
   * @param in where lines are read from; not closed
   * @param longest how many bytes a line may have, its line feed not counted
   */
  LineSplitter(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param bytes without the line feed; null if it is too long
   */
  record Line(long number, byte @Nullable [] bytes) {}

  /** The next line, which may lack its line feed at the end of the stream; null after the last. */
  @Nullable Line next() throws IOException {
    if (isDrained() && !fill()) {
      return null;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 10);
    long length = 0;
    boolean ended = false;
    while (!ended && (!isDrained() || fill())) {
      int feed = lineFeed();
      ended = feed < end;
      length += feed - at;
      if (length <= longest) {
        kept.write(buffer, at, feed - at);
      }
      at = ended ? feed + 1 : end;
    }
    number++;
    return new Line(number, length <= longest ? kept.toByteArray() : null);
  }

  /** Whether the next line needs more of the stream, and so may have to wait for it. */
  boolean isDrained() {
    return at == end;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private int lineFeed() {
    int feed = at;
    while (feed < end && buffer[feed] != '\n') {
      feed++;
    }
    return feed;
  }
}
