package io.github.reelay.internal.download.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Range} header (RFC 9110, 14.4).
 *
 * @param first the first byte that is sent, counted from 0; -1 if none is
 * @param last the last byte that is sent; -1 if none is
 * @param total the size of the file; -1 if it is not given
 */
public record ContentRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(?:(\\d{1,18})|\\*)");

  /** Reads the header; null if there is none, or if it is malformed. */
  public static @Nullable ContentRange parse(@Nullable String header) {
    Matcher matcher = FORM.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) {
      return null;
    }
    ContentRange range =
        new ContentRange(
            number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    boolean sound =
        range.first <= range.last
            && (range.total < 0 || range.last < range.total || range.last < 0);
    return sound ? range : null;
  }

  /** Whether it is the whole file; false if the size of the file is not given. */
  public boolean isWhole() {
    return first == 0 && total > 0 && last == total - 1;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? -1 : Long.parseLong(digits);
  }
}
