package io.github.reelay.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines. They are looked at in the buffer, and stay there until the next. */
final class Lines {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private int limit;
  private boolean ended;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false if there is none. */
  boolean next() throws IOException {
    from = ended ? to + 1 : to;
    to = from;
    ended = false;
    while (to < limit || refill()) {
      if (buffer[to] == '\n') {
        ended = true;
        return true;
      }
      to++;
    }
    return to > from;
  }

  private boolean refill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, limit - from);
      to -= from;
      limit -= from;
      from = 0;
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

  /** How many bytes the line takes in the stream, with its end. */
  int length() {
    return to - from + (ended ? 1 : 0);
  }
}
