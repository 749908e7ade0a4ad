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
 * The beginning of a body, up to where it is clear what the body is, and the rest, still to be
 * read. A body that is compressed although nobody asked for that is inflated.
 *
 * @param bytes the first bytes
 * @param count how many there are
 * @param rest what follows them
 * @param inflated whether the body was compressed; its own trailer then shows where it ends
 */
public record BodyPrefix(byte[] bytes, int count, InputStream rest, boolean inflated) {
  /**
   * Reads it.
   *
   * @param endShown whether the end of the body is no accident
   * @throws EOFException if the body may have been cut off so early that nothing can be told
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

  /** By the mark of gzip (RFC 1952, 2.3.1): some say so in a header, some do not. */
  private boolean isCompressed() {
    return count > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }
}
