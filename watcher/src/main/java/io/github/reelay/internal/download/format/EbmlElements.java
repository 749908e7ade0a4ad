package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The top-level elements of a WebM or Matroska file (RFC 8794). Only their headers are read. */
final class EbmlElements {
  private static final int MOST = 10_000;
  private static final long EBML = 0x1A45DFA3L;
  private static final long SEGMENT = 0x18538067L;
  private static final long VOID = 0xECL;
  private static final long CHECKSUM = 0xBFL;
  private static final long DOC_TYPE = 0x4282L;
  private static final int LONGEST_HEADER = 4_096;
  private static final int LONGEST_DOC_TYPE = 32;
  private static final int LONGEST_ID = 4;
  private static final int LONGEST_SIZE = 8;

  private EbmlElements() {}

  /**
   * The header of an element.
   *
   * @param id with its marker bit
   * @param size of its data; -1 if it is not given
   * @param data the position at which its data begin
   */
  private record Element(long id, long size, long data) {

    static @Nullable Element at(long position, ByteReader bytes) throws IOException {
      int idLength = length(position, LONGEST_ID, bytes);
      if (idLength == 0) {
        return null;
      }
      int sizeLength = length(position + idLength, LONGEST_SIZE, bytes);
      ByteBuffer header = sizeLength == 0 ? null : bytes.at(position, idLength + sizeLength);
      if (header == null) {
        return null;
      }
      long id = number(header, idLength);
      long most = (1L << (7 * sizeLength)) - 1;
      long size = number(header, sizeLength) & most;
      return new Element(id, size == most ? -1 : size, position + idLength + sizeLength);
    }

    /** The length of a number in bytes, given by its first byte; 0 if that is no number. */
    private static int length(long position, int longest, ByteReader bytes) throws IOException {
      ByteBuffer first = bytes.at(position, 1);
      int length = first == null ? 9 : Integer.numberOfLeadingZeros(first.get() & 0xff) - 23;
      return length > longest ? 0 : length;
    }

    private static long number(ByteBuffer from, int length) {
      long number = 0;
      for (int i = 0; i < length; i++) {
        number = number << 8 | from.get() & 0xff;
      }
      return number;
    }
  }

  /**
   * Walks over the elements to the end of the file.
   *
   * @param size of the file, in bytes
   * @throws IOException if the reader throws
   */
  static VideoStructure examine(ByteReader bytes, long size) throws IOException {
    long at = 0;
    boolean media = false;
    for (int i = 0; at < size && i < MOST; i++) {
      Element element = Element.at(at, bytes);
      if (element == null || !isKnown(element.id)) {
        return VideoStructure.UNKNOWN;
      }
      if (element.size < 0) {
        return VideoStructure.OPEN;
      }
      if (element.size > size - element.data) {
        return VideoStructure.CUT;
      }
      media |= element.id == SEGMENT && element.size > 0;
      at = element.data + element.size;
    }
    if (at < size) {
      return VideoStructure.UNKNOWN;
    }
    return media ? VideoStructure.WHOLE : VideoStructure.INCOMPLETE;
  }

  private static boolean isKnown(long id) {
    return id == EBML || id == SEGMENT || id == VOID || id == CHECKSUM;
  }

  /** The type of the document, such as {@code webm}; null if it is no document, or has no type. */
  static @Nullable String docType(ByteReader bytes) throws IOException {
    Element header = Element.at(0, bytes);
    if (header == null || header.id != EBML || header.size > LONGEST_HEADER) {
      return null;
    }
    long end = header.data + header.size;
    for (long at = header.data; at < end; ) {
      Element element = Element.at(at, bytes);
      if (element == null || element.size < 0 || element.size > end - element.data) {
        return null;
      }
      if (element.id == DOC_TYPE) {
        return element.size > LONGEST_DOC_TYPE ? null : text(element, bytes);
      }
      at = element.data + element.size;
    }
    return null;
  }

  /** A text ends before its first zero, if it has one. */
  private static @Nullable String text(Element element, ByteReader bytes) throws IOException {
    ByteBuffer data = bytes.at(element.data, (int) element.size);
    return data == null
        ? null
        : StandardCharsets.ISO_8859_1.decode(data).toString().replaceFirst("(?s)\0.*", "");
  }
}
