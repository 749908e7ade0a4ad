package io.github.reelay.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects one body. While it is small it is held in pieces, so that growing copies nothing; before
 * it becomes large, its query waits for its turn.
 */
final class BodyBuffer {

  private static final int FIRST_PIECE = 8 << 10;
  private static final int LAST_PIECE = 128 << 10;

  private final int small;
  private final int limit;
  private final Turn turn;
  private final List<byte[]> pieces = new ArrayList<>(1);
  private int size;

  /** Waits for the turn to hold a large body. */
  interface Turn {
    void await() throws IOException;
  }

  /**
   * An empty one.
   *
   * @param small how many bytes it may hold without the turn
   * @param limit how many bytes it reads at most
   * @param turn called once at most
   */
  BodyBuffer(int small, int limit, Turn turn) {
    this.small = Math.min(small, limit);
    this.limit = limit;
    this.turn = turn;
  }

  /**
   * Reads to the end, which is met if it comes before the limit.
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
      in.read(); // meets the end behind what was announced
    }
    return whole;
  }

  /** Whether the end came while the body was small. */
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

  /** What is announced, one byte to meet the end behind it, or as much as is there already. */
  private int room(long announced) {
    if (announced >= size && announced <= small) {
      return Math.max(1, (int) announced - size);
    }
    return Math.min(Math.max(FIRST_PIECE, size), LAST_PIECE);
  }

  /** All bytes so far in an array of that length, and no pieces any more. */
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
