package io.github.reelay.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param first its first byte, counted from 0
 * @param last its last byte, included; smaller than {@code first} for a range outside the file
 */
record ByteRange(int first, int last) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
  private static final ByteRange OUTSIDE = new ByteRange(0, -1);

  /** The range of a {@code Range} header; null without one, or if it is not understood. */
  static @Nullable ByteRange of(@Nullable String header, int length) {
    Matcher matcher = ONE_RANGE.matcher(header == null ? "" : header.trim());
    if (!matcher.matches() || matcher.group().endsWith("=-")) {
      return null;
    }
    if (matcher.group(1).isEmpty()) {
      long suffix = Long.parseLong(matcher.group(2));
      return suffix == 0 ? OUTSIDE : new ByteRange((int) Math.max(0, length - suffix), length - 1);
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
    if (last < first) {
      return null;
    }
    return first >= length
        ? OUTSIDE
        : new ByteRange((int) first, (int) Math.min(last, length - 1L));
  }

  boolean satisfiable() {
    return first <= last;
  }
}
