package io.github.reelay.download;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the file that a part belongs to. Kept beside the part; it holds nothing of the
 * URL.
 *
 * @param etag its strong entity tag, with quotes; null if the store gives none
 * @param lastModified when it was changed, as the store wrote it; null if it does not tell
 * @param length its size; -1 if the store does not tell
 */
record PartInfo(@Nullable String etag, @Nullable String lastModified, long length) {
  private static final String FIRST = "reelay-part 1";
  private static final String LAST = "end";

  /** From the headers of an answer; weak entity tags and what cannot be sent back are left out. */
  static PartInfo of(@Nullable String etag, @Nullable String lastModified, long length) {
    boolean strong = isPrintable(etag) && etag != null && etag.startsWith("\"");
    return new PartInfo(
        strong ? etag : null, isPrintable(lastModified) ? lastModified : null, length);
  }

  /** What {@code If-Range} asks for; null if there is nothing to ask for. */
  @Nullable String validator() {
    return etag != null ? etag : lastModified;
  }

  /**
   * Whether headers contradict this; what is absent contradicts nothing, and dates count only where
   * there are not two tags.
   */
  boolean contradicts(@Nullable String otherEtag, @Nullable String otherDate, long otherLength) {
    boolean differs =
        etag != null && otherEtag != null
            ? !otherEtag.equals(etag)
            : lastModified != null && otherDate != null && !otherDate.equals(lastModified);
    return differs || (length >= 0 && otherLength >= 0 && length != otherLength);
  }

  /** As it is written to the file; the last line shows that it is all there. */
  String text() {
    return String.join(
            "\n",
            FIRST,
            etag == null ? "" : etag,
            lastModified == null ? "" : lastModified,
            Long.toString(length),
            LAST)
        + "\n";
  }

  /** Reads the file; null if it is torn, or none of ours. */
  static @Nullable PartInfo parse(String text) {
    List<String> lines = text.lines().toList();
    boolean whole =
        lines.size() == 5
            && lines.get(0).equals(FIRST)
            && lines.get(3).matches("-1|\\d{1,18}")
            && lines.get(4).equals(LAST);
    return whole
        ? PartInfo.of(blank(lines.get(1)), blank(lines.get(2)), Long.parseLong(lines.get(3)))
        : null;
  }

  private static @Nullable String blank(String line) {
    return line.isEmpty() ? null : line;
  }

  private static boolean isPrintable(@Nullable String text) {
    return text != null && !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
