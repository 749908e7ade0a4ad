package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.util.Set;

/**
 * The top-level boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2). Only their headers are
 * read, so a file of any size, and of any bytes, costs little memory.
 */
final class Mp4Boxes {
  /** More boxes than a video of single-frame fragments has. */
  private static final int MOST = 1 << 20;

  /** The types of boxes that are in use at the top level. */
  private static final Set<String> KNOWN =
      Set.of(
          "ftyp", "styp", "moov", "mdat", "moof", "mfra", "free", "skip", "wide", "pnot", "uuid",
          "meta", "sidx", "ssix", "prft", "emsg", "pdin", "udta", "PICT");

  private final ByteReader bytes;
  private final long size;
  private boolean movie;
  private boolean media;
  private boolean fragmentOpen;

  private Mp4Boxes(ByteReader bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  /**
   * Walks over the boxes to the end of the file.
   *
   * @param size of the file, in bytes
   * @throws IOException if the reader throws
   */
  static VideoStructure examine(ByteReader bytes, long size) throws IOException {
    return new Mp4Boxes(bytes, size).walk();
  }

  private VideoStructure walk() throws IOException {
    long at = 0;
    for (int i = 0; at < size && i < MOST; i++) {
      Mp4Box box = Mp4Box.at(at, bytes);
      if (box == null) {
        return VideoStructure.UNKNOWN;
      }
      boolean known = KNOWN.contains(box.type());
      if (box.isOpen()) {
        return known ? VideoStructure.OPEN : VideoStructure.UNKNOWN;
      }
      if (box.size() > size - at) {
        return known ? VideoStructure.CUT : VideoStructure.UNKNOWN;
      }
      note(box);
      at += box.size();
    }
    return end(at);
  }

  private VideoStructure end(long at) {
    if (at < size) {
      return VideoStructure.UNKNOWN;
    }
    return movie && media && !fragmentOpen ? VideoStructure.WHOLE : VideoStructure.INCOMPLETE;
  }

  private void note(Mp4Box box) {
    switch (box.type()) {
      case "moov" -> movie = true;
      case "moof" -> fragmentOpen = true; // its samples are in a later box
      case "mdat" -> {
        media |= box.size() > box.header();
        fragmentOpen = false;
      }
      default -> {
        // Says nothing about whether the video is complete.
      }
    }
  }
}
