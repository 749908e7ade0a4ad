package io.github.reelay.internal.download.http;

import io.github.reelay.internal.download.format.VideoFormat;
import io.github.reelay.internal.download.format.VideoSignature;
import io.github.reelay.internal.http.GzipBody;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The first bytes of a body, enough to decide what it is, and the rest, which is still to be read.
 * A body that is compressed although that was not requested is inflated.
 *
 * @param bytes the first bytes
 * @param count how many there are
 * @param rest what follows them
 * @param inflated whether the body was compressed; its own trailer then marks its end
 */
public record BodyPrefix(byte[] bytes, int count, InputStream rest, boolean inflated) {
  /**
   * Reads 16 bytes, and up to 4,096 unless they are those of an MP4.
   *
   * @param endShown whether the end of the body is marked
   * @throws EOFException if the body may have been cut off before it could be decided
   */
  public static BodyPrefix read(InputStream body, boolean endShown) throws IOException {
    BodyPrefix plain = peek(body, false);
    if (!plain.isCompressed()) {
      if (plain.count < VideoSignature.HEAD && !endShown) {
        throw new EOFException("expected more of the body, found its end");
      }
      return plain;
    }
    InputStream first = new ByteArrayInputStream(plain.bytes, 0, plain.count);
    return peek(new GzipBody(new SequenceInputStream(first, body)), true);
  }

  private static BodyPrefix peek(InputStream from, boolean inflated) throws IOException {
    byte[] bytes = new byte[VideoFormat.LONGEST_HEAD];
    int count = from.readNBytes(bytes, 0, VideoSignature.HEAD);
    if (VideoFormat.of(bytes, count) != VideoFormat.MP4) {
      count += from.readNBytes(bytes, count, bytes.length - count);
    }
    return new BodyPrefix(bytes, count, from, inflated);
  }

  /** By the first bytes of gzip (RFC 1952, 2.3.1), because not every server says so in a header. */
  private boolean isCompressed() {
    return count > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }
}
