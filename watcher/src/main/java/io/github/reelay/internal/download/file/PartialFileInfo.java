package io.github.reelay.internal.download.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the file that a partial file belongs to, and how many bytes of the partial file
 * can be used. Kept next to the partial file; it holds nothing of the URL.
 *
 * @param etag its strong entity tag, with quotes; null if the video host sends none
 * @param lastModified its {@code Last-Modified}, as the video host sent it; null if it sends none
 * @param length its size; -1 if the video host does not say
 * @param forced how many bytes of the partial file were forced to the disk before this was written
 * @param checksum the CRC-32C of those bytes
 */
public record PartialFileInfo(
    @Nullable String etag, @Nullable String lastModified, long length, long forced, long checksum) {
  private static final String FIRST = "reelay-part 2";
  private static final int LINES = 7;
  private static final String NUMBER = "\\d{1,18}";

  /**
   * From the headers of a response; weak entity tags, and values that no request may contain, are
   * left out.
   */
  public static PartialFileInfo of(
      @Nullable String etag, @Nullable String lastModified, long length) {
    boolean strong = isPrintable(etag) && etag != null && etag.startsWith("\"");
    return new PartialFileInfo(
        strong ? etag : null, isPrintable(lastModified) ? lastModified : null, length, 0, 0);
  }

  /** The same file, with more bytes on the disk. */
  PartialFileInfo forced(long bytes, long crc) {
    return new PartialFileInfo(etag, lastModified, length, bytes, crc);
  }

  /** The value of {@code If-Range}; null if neither tag nor date is known. */
  @Nullable String validator() {
    return etag != null ? etag : lastModified;
  }

  /**
   * Whether the headers of a response contradict this. An absent header contradicts nothing, and
   * dates count only if one of the two entity tags is absent.
   */
  boolean contradicts(@Nullable String otherEtag, @Nullable String otherDate, long otherLength) {
    boolean differs =
        etag != null && otherEtag != null
            ? !otherEtag.equals(etag)
            : lastModified != null && otherDate != null && !otherDate.equals(lastModified);
    return differs || (length >= 0 && otherLength >= 0 && length != otherLength);
  }

  /** The content of the file. Its last line is the checksum of the others. */
  String text() {
    String lines =
        String.join(
            "\n",
            FIRST,
            etag == null ? "" : etag,
            lastModified == null ? "" : lastModified,
            Long.toString(length),
            Long.toString(forced),
            Long.toString(checksum),
            "");
    return lines + crc(lines) + "\n";
  }

  /**
   * Reads the content of the file; null if it is cut, damaged, of an older version, or another
   * text.
   */
  static @Nullable PartialFileInfo parse(String text) {
    List<String> lines = text.lines().toList();
    boolean formed =
        lines.size() == LINES
            && lines.get(0).equals(FIRST)
            && lines.get(3).matches("-1|" + NUMBER)
            && lines.get(4).matches(NUMBER)
            && lines.get(5).matches(NUMBER);
    if (!formed) {
      return null;
    }
    PartialFileInfo info =
        PartialFileInfo.of(blank(lines.get(1)), blank(lines.get(2)), Long.parseLong(lines.get(3)))
            .forced(Long.parseLong(lines.get(4)), Long.parseLong(lines.get(5)));
    return info.text().equals(text) ? info : null;
  }

  private static long crc(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return crc.getValue();
  }

  private static @Nullable String blank(String line) {
    return line.isEmpty() ? null : line;
  }

  private static boolean isPrintable(@Nullable String text) {
    return text != null && !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
