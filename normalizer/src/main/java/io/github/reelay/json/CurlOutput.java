package io.github.reelay.json;

import io.github.reelay.exchange.RecordedResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response as {@code curl} writes it: the body alone, or with {@code -i} behind its head. Of
 * several heads, such as those of a proxy, a redirect or a {@code 100 Continue}, the last counts.
 */
public final class CurlOutput {
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/\\d(?:\\.\\d)? ([1-9]\\d\\d)(?: [^\\n]*)?");

  private final byte[] bytes;
  private int httpStatus = 200;
  private Map<String, List<String>> headers = Map.of();
  private int at;

  private CurlOutput(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The response that was written; without a head it has the status 200 and no headers, and it
   * never has a time.
   *
   * @param bytes the content of a file that {@code curl} wrote
   */
  public static RecordedResponse read(byte[] bytes) {
    CurlOutput output = new CurlOutput(bytes);
    output.byteOrderMark();
    while (output.head()) {
      // each head takes the place of the one before
    }
    byte[] body = Arrays.copyOfRange(bytes, output.at, bytes.length);
    return new RecordedResponse(output.httpStatus, output.headers, body, null);
  }

  /** Passes over the mark that some editors write in front of UTF-8. */
  private void byteOrderMark() {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      at = 3;
    }
  }

  /** Reads one head, if one stands here. */
  private boolean head() {
    int begun = at;
    Matcher status = STATUS_LINE.matcher(line());
    if (!status.matches()) {
      at = begun;
      return false;
    }
    httpStatus = Integer.parseInt(status.group(1));
    Map<String, List<String>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        found
            .computeIfAbsent(name, fresh -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    headers = found;
    return true;
  }

  /** The next line without its end; empty at the end. */
  private String line() {
    int from = at;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    String line = new String(bytes, from, at - from, StandardCharsets.UTF_8);
    at = Math.min(at + 1, bytes.length);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
