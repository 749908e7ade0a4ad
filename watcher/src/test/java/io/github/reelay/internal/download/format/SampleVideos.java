package io.github.reelay.internal.download.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Small videos of each format, made of parts. */
public final class SampleVideos {
  public static final byte[] FTYP = bytes("\0\0\0\u0014ftypisom\0\0\2\0isom");
  public static final byte[] MP4 = join(FTYP, box("moov", 100), box("free", 0), box("mdat", 5_000));
  public static final byte[] QUICKTIME = join(box("wide", 0), box("mdat", 5_000), box("moov", 100));
  public static final byte[] WEBM = join(ebml("webm"), segment(4_000));
  public static final byte[] MATROSKA = join(ebml("matroska"), segment(4_000));

  private SampleVideos() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** A box with so many bytes in it. */
  public static byte[] box(String type, int payload) {
    return header(8L + payload, type, payload);
  }

  /** A box that says that it has so many bytes, and has others. */
  public static byte[] header(long size, String type, int payload) {
    return ByteBuffer.allocate(8 + payload).putInt((int) size).put(bytes(type)).array();
  }

  /** The same with a size of 64 bits. */
  public static byte[] largeBox(String type, int payload, long size) {
    return ByteBuffer.allocate(16 + payload).putInt(1).put(bytes(type)).putLong(size).array();
  }

  public static byte[] ebml(String docType) {
    byte[] type = join(bytes("\u0042\u0082"), new byte[] {(byte) (0x80 | docType.length())});
    byte[] data = join(bytes("\u00ec\u0082\0\0"), type, bytes(docType));
    return join(bytes("\u001aE\u00df\u00a3"), new byte[] {(byte) (0x80 | data.length)}, data);
  }

  /** A segment of a known size. */
  public static byte[] segment(int payload) {
    byte[] size = ByteBuffer.allocate(4).putInt(0x10000000 | payload).array();
    return join(bytes("\u0018\u0053\u0080\u0067"), size, new byte[payload]);
  }

  public static byte[] openSegment(int payload) {
    return join(bytes("\u0018\u0053\u0080\u0067\u00ff"), new byte[payload]);
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return zipped.toByteArray();
  }
}
