package io.github.reelay.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects one body. A small body is kept in pieces, so that nothing is copied when it grows.
 * Before a body becomes large, its query waits for the permit of {@link LargeBodyPermit}.
 */
final class BodyBuffer {

  private static final int FIRST_PIECE = 8 << 10;
  private static final int LAST_PIECE = 128 << 10;

  private final int small;
  private final int limit;
  private final Turn turn;
  private final List<byte[]> pieces = new ArrayList<>(1);
  private int size;

  /** Waits for the permit to hold a large body. */
  interface Turn {
    void await() throws IOException;
  }

  /**
   * Reads nothing yet.
   *
   * @param small how many bytes it may hold without the permit
   * @param limit how many bytes it reads at most
   * @param turn acquires the permit; called once at most
   */
  BodyBuffer(int small, int limit, Turn turn) {
    this.small = Math.min(small, limit);
    this.limit = limit;
    this.turn = turn;
  }

  /**
   * Reads the body to its end, or up to the limit.
   *
   * @param announced how many bytes there will be; negative if that is not known
   */
  byte[] readAll(InputStream in, long announced) throws IOException {
    if (isSmall(in, announced)) {
      return joined(size);
    }
    int next = size < limit ? in.read() : -1;
    if (next < 0) {
      return joined(size);
    }
    turn.await();
    byte[] whole = joined(announced > size && announced < limit ? (int) announced : limit);
    whole[size++] = (byte) next;
    size += in.readNBytes(whole, size, whole.length - size);
    if (size < whole.length) {
      return Arrays.copyOf(whole, size);
    }
    if (size < limit) {
      in.read(); // reads the end of the stream after the announced bytes
    }
    return whole;
  }

  /** Whether the body ended while it was small. */
  private boolean isSmall(InputStream in, long announced) throws IOException {
    while (size < small) {
      byte[] piece = new byte[Math.min(room(announced), small - size)];
      int count = in.readNBytes(piece, 0, piece.length);
      pieces.add(piece);
      size += count;
      if (count < piece.length) {
        return true;
      }
    }
    return false;
  }

  /**
   * The size of the next piece: the rest of the announced length, then one byte to see the end;
   * without an announced length, as many bytes as were read so far, within limits.
   */
  private int room(long announced) {
    if (announced >= size && announced <= small) {
      return Math.max(1, (int) announced - size);
    }
    return Math.min(Math.max(FIRST_PIECE, size), LAST_PIECE);
  }

  /** Joins the pieces into one array of that length, and drops the pieces. */
  private byte[] joined(int length) {
    if (pieces.get(0).length == length) {
      return pieces.get(0);
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] piece : pieces) {
      int count = Math.min(piece.length, size - at);
      System.arraycopy(piece, 0, whole, at, count);
      at += count;
    }
    pieces.clear();
    return whole;
  }
}
