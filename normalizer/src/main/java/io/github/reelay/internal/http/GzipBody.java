package io.github.reelay.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip (RFC 1952), member after member. Unlike the JDK's stream it limits the headers and
 * the empty members, and never closes the stream below. Bytes after the last member are not read.
 */
public final class GzipBody extends InputStream {
  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int MOST_EMPTY_MEMBERS = 100;
  private static final int BUFFER = 2 * 1024;
  private static final int DEFLATE = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream wire;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[BUFFER];
  private int at;
  private int end;
  private long size;
  private int members;
  private int empty;
  private int headerBytes;
  private boolean within;
  private boolean ended;

  /** Inflates that stream, which may be empty. */
  public GzipBody(InputStream wire) {
    this.wire = wire;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (within || begin()) {
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        return count;
      }
    }
    return -1;
  }

  /** Zero if more bytes are needed, or the member has ended. */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(bytes, offset, length);
      checksum.update(bytes, offset, count);
      size += count;
      if (count == 0 && inflater.finished()) {
        endMember();
      } else if (count == 0 && inflater.needsDictionary()) {
        throw new ZipException("expected no dictionary, found the need of one");
      } else if (count == 0) {
        fill();
        inflater.setInput(input, at, end - at);
        at = end;
      }
      return count;
    } catch (DataFormatException damaged) {
      throw new ZipException("expected deflated data, found others");
    }
  }

  /** Whether there is another member. */
  private boolean begin() throws IOException {
    headerBytes = 0;
    if (ended || !isGzip()) {
      ended = true;
      return false;
    }
    members++;
    int method = next();
    int flags = next();
    if (method != DEFLATE || flags > 0x1f) {
      throw new ZipException("expected the method deflate, found another");
    }
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText(flags & HAS_NAME);
    skipText(flags & HAS_COMMENT);
    skip(flags & HAS_CHECKSUM);
    inflater.reset();
    inflater.setInput(input, at, end - at);
    at = end;
    checksum.reset();
    size = 0;
    within = true;
    return true;
  }

  /**
   * Whether the first bytes of a member follow. The whole stream may be empty, and other bytes may
   * follow the last member.
   */
  private boolean isGzip() throws IOException {
    int first = nextOrEnd();
    if (first < 0) {
      return false;
    }
    int second = first == 0x1f ? members == 0 ? next() : nextOrEnd() : -1;
    if (members == 0 && second != 0x8b) {
      throw new ZipException("expected gzip, found something else");
    }
    return second == 0x8b;
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    boolean whole = trailer() == checksum.getValue();
    if (trailer() != (size & 0xffff_ffffL) || !whole) {
      throw new ZipException("expected the checksum of the data, found another");
    }
    empty = size == 0 ? empty + 1 : 0;
    if (empty > MOST_EMPTY_MEMBERS) {
      throw new ZipException("expected data, found one empty member after the other");
    }
    within = false;
  }

  private long trailer() throws IOException {
    headerBytes = 0;
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText(int flag) throws IOException {
    while (flag != 0 && next() != 0) {
      continue;
    }
  }

  private int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw new EOFException("expected more of a gzip member, found the end");
    }
    return next;
  }

  private int nextOrEnd() throws IOException {
    if (++headerBytes > MOST_HEADER_BYTES) {
      throw new ZipException("expected a gzip header of some bytes, found an endless one");
    }
    if (at == end && !isFilled()) {
      return -1;
    }
    return input[at++] & 0xff;
  }

  private void fill() throws IOException {
    if (!isFilled()) {
      throw new EOFException("expected more of a gzip member, found the end");
    }
  }

  private boolean isFilled() throws IOException {
    at = 0;
    end = Math.max(0, wire.read(input, 0, input.length));
    return end > 0;
  }

  /** Releases the inflater and does not close the stream below. */
  @Override
  public void close() {
    inflater.end();
  }
}
