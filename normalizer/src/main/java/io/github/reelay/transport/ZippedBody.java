package io.github.reelay.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A zipped body as the JDK's inflater wants it: closing frees the inflater and leaves the wire
 * alone, since closing the wire would drain it; and there is always one more byte to ask for,
 * without which a second gzip member could be overlooked.
 */
final class ZippedBody extends PushbackInputStream {

  ZippedBody(InputStream wire) {
    super(wire);
  }

  /** Whether there is no byte at all: some servers label an empty body as gzip. */
  boolean isEmpty() throws IOException {
    int first = read();
    if (first < 0) {
      return true;
    }
    unread(first);
    return false;
  }

  @Override
  public int available() {
    return 1;
  }

  @Override
  public void close() {
    // The wire is closed, or kept for the next query, by whoever owns the connection.
  }
}
