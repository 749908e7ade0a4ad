package io.github.reelay.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines. They are looked at in the buffer, and stay there until the next. Of a
 * line that is longer than any that is written, only the last part is held.
 */
final class LineScanner {
  /** The most bytes that a line may take without its end. */
  static final int LONGEST = 1 << 23;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private int limit;
  private boolean ended;

  /** How many bytes of this line were dropped. */
  private long dropped;

  LineScanner(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false if there is none. */
  boolean next() throws IOException {
    from = ended ? to + 1 : to;
    to = from;
    ended = false;
    dropped = 0;
    while (to < limit || refill()) {
      if (buffer[to] == '\n') {
        ended = true;
        return true;
      }
      to++;
    }
    return length() > 0;
  }

  private boolean refill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, limit - from);
      to -= from;
      limit -= from;
      from = 0;
    } else if (limit == LONGEST) {
      dropped += limit;
      to = 0;
      limit = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * limit);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read > 0;
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the line has its end; only the last may lack it. */
  boolean ended() {
    return ended;
  }

  /** Whether all of the line is in the buffer. */
  boolean whole() {
    return dropped == 0;
  }

  /** How many bytes the line takes in the stream, with its end. */
  long length() {
    return dropped + to - from + (ended ? 1 : 0);
  }
}
