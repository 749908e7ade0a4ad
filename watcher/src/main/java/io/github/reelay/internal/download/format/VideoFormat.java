package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The format of a video file, by its first bytes. */
public enum VideoFormat {
  /** MP4: begins with {@code ftyp} of any brand except QuickTime's. */
  MP4(".mp4"),
  /** QuickTime: brand {@code qt}, or an old file without a brand. */
  QUICKTIME(".mov"),
  /** WebM: EBML of the type {@code webm}. */
  WEBM(".webm"),
  /** Matroska: EBML of the type {@code matroska}. */
  MATROSKA(".mkv");

  /** How many bytes are read if the first few do not decide. */
  public static final int LONGEST_HEAD = 4_096;

  private static final int SHORTEST = 16;
  private static final int MOST_FILLERS = 64;
  private static final int WIDE = 8;
  private static final long LARGEST_FIRST_BOX = 1L << 28;
  private static final Set<String> FILLERS = Set.of("free", "skip", "wide");

  private final String extension;

  VideoFormat(String extension) {
    this.extension = extension;
  }

  /** The extension of such a file, with the dot. */
  public String extension() {
    return extension;
  }

  /** Whether a file of that size is complete, as its structure shows. */
  public VideoStructure examine(ByteReader bytes, long size) throws IOException {
    return this == WEBM || this == MATROSKA
        ? EbmlElements.examine(bytes, size)
        : Mp4Boxes.examine(bytes, size);
  }

  /** The format of the file that begins with these bytes; null if it is no video. */
  public static @Nullable VideoFormat of(byte[] head, int count) {
    try {
      return of(ByteReader.of(head, count));
    } catch (IOException impossible) {
      throw new IllegalStateException("expected to read an array, found a failure", impossible);
    }
  }

  /** The format of a file; null if that is no video. */
  public static @Nullable VideoFormat of(ByteReader bytes) throws IOException {
    ByteBuffer head = bytes.at(0, SHORTEST);
    if (head == null || isText(head)) {
      return null;
    }
    String docType = EbmlElements.docType(bytes);
    if (docType != null) {
      return switch (docType) {
        case "webm" -> WEBM;
        case "matroska" -> MATROSKA;
        default -> null;
      };
    }
    return ofBoxes(bytes);
  }

  private static @Nullable VideoFormat ofBoxes(ByteReader bytes) throws IOException {
    long at = 0;
    for (int i = 0; i < MOST_FILLERS; i++) {
      Mp4Box box = Mp4Box.at(at, bytes);
      if (box == null) {
        break;
      }
      if (box.type().equals("ftyp")) {
        ByteBuffer brand = bytes.at(at + box.header(), 4);
        return brand != null && brand.getInt() == 0x71742020 ? QUICKTIME : MP4;
      }
      if (!mayBeFirst(box)) {
        break;
      }
      if (!FILLERS.contains(box.type())) {
        return QUICKTIME;
      }
      at += box.size();
    }
    return at > 0 ? QUICKTIME : null;
  }

  /** Four letters could be there by chance, so for most types the size must suit as well. */
  private static boolean mayBeFirst(Mp4Box box) {
    boolean moderate = box.size() > 0 && box.size() < LARGEST_FIRST_BOX;
    return switch (box.type()) {
      case "mdat" -> true;
      case "wide" -> box.size() == WIDE;
      case "moov", "free", "skip", "pnot" -> moderate;
      default -> false;
    };
  }

  /** In a text the bytes of the first box's size would be letters too. */
  private static boolean isText(ByteBuffer head) {
    for (int i = 0; i < head.limit(); i++) {
      int sign = head.get(i) & 0xff;
      boolean printable = sign >= ' ' && sign <= '~';
      if (!printable && sign != '\n' && sign != '\r' && sign != '\t') {
        return false;
      }
    }
    return true;
  }
}
