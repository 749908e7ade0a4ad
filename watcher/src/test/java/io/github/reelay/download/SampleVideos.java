package io.github.reelay.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Small videos of each format, made of parts. */
final class SampleVideos {
  static final byte[] FTYP = bytes("\0\0\0\u0014ftypisom\0\0\2\0isom");
  static final byte[] MP4 = join(FTYP, box("moov", 100), box("free", 0), box("mdat", 5_000));
  static final byte[] QUICKTIME = join(box("wide", 0), box("mdat", 5_000), box("moov", 100));
  static final byte[] WEBM = join(ebml("webm"), segment(4_000));
  static final byte[] MATROSKA = join(ebml("matroska"), segment(4_000));

  private SampleVideos() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** A box with so many bytes in it. */
  static byte[] box(String type, int payload) {
    return header(8L + payload, type, payload);
  }

  /** A box that says that it has so many bytes, and has others. */
  static byte[] header(long size, String type, int payload) {
    return ByteBuffer.allocate(8 + payload).putInt((int) size).put(bytes(type)).array();
  }

  /** The same with a size of 64 bits. */
  static byte[] largeBox(String type, int payload, long size) {
    return ByteBuffer.allocate(16 + payload).putInt(1).put(bytes(type)).putLong(size).array();
  }

  static byte[] ebml(String docType) {
    byte[] type = join(bytes("\u0042\u0082"), new byte[] {(byte) (0x80 | docType.length())});
    byte[] data = join(bytes("\u00ec\u0082\0\0"), type, bytes(docType));
    return join(bytes("\u001aE\u00df\u00a3"), new byte[] {(byte) (0x80 | data.length)}, data);
  }

  /** A segment of a known size. */
  static byte[] segment(int payload) {
    byte[] size = ByteBuffer.allocate(4).putInt(0x10000000 | payload).array();
    return join(bytes("\u0018\u0053\u0080\u0067"), size, new byte[payload]);
  }

  static byte[] openSegment(int payload) {
    return join(bytes("\u0018\u0053\u0080\u0067\u00ff"), new byte[payload]);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return zipped.toByteArray();
  }

  /** A response without a length: its end is that of the connection. */
  static HostServer.Script unsized(byte[] body, String... headers) {
    return (request, out) -> {
      HostServer.write(out, 200, headers);
      out.write(body);
    };
  }

  /** The first response is the one, all others are the other. */
  static HostServer.Script first(HostServer.Script one, HostServer.Script other) {
    boolean[] begun = new boolean[1];
    return (request, out) -> {
      boolean first = !begun[0];
      begun[0] = true;
      (first ? one : other).answer(request, out);
    };
  }

  static HostServer.Script sized(byte[] body, String... headers) {
    return (request, out) -> {
      String[] all = Arrays.copyOf(headers, headers.length + 1);
      all[headers.length] = "Content-Length: " + body.length;
      HostServer.write(out, 200, all);
      out.write(body);
    };
  }
}
