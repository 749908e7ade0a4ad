package io.github.reelay.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.sandbox.SandboxResponse;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response as one input: a line with the status and the id that was queried, lines with headers,
 * an empty line, and the body. Every input is one.
 *
 * @param id the id; null if the first line has none
 * @param response the response
 */
record ResponseInput(@Nullable String id, RecordedResponse response) {
  private static final Instant OBSERVED_AT = Instant.parse("2026-01-14T08:43:42.5Z");
  private static final int LONGEST_HEAD = 4096;

  /** Writes a documented response in that form. */
  static byte[] bytes(String id, SandboxResponse received) {
    StringBuilder head = new StringBuilder().append(received.status()).append(' ').append(id);
    received.headers().forEach((name, value) -> head.append('\n').append(name + ": " + value));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\n\n").toString().getBytes(ISO_8859_1));
    bytes.writeBytes(received.body());
    return bytes.toByteArray();
  }

  /** Reads an input. */
  static ResponseInput of(byte[] input) {
    String start = new String(input, 0, Math.min(input.length, LONGEST_HEAD), ISO_8859_1);
    int end = start.indexOf("\n\n");
    List<String> head = (end < 0 ? "200\n" : start.substring(0, end)).lines().toList();
    byte[] body = Arrays.copyOfRange(input, end < 0 ? 0 : end + 2, input.length);
    String first = head.isEmpty() ? "" : head.get(0);
    int blank = first.indexOf(' ');
    String id = blank < 0 || blank == first.length() - 1 ? null : first.substring(blank + 1);
    return new ResponseInput(
        id, new RecordedResponse(status(first), headers(head), body, OBSERVED_AT));
  }

  private static int status(String line) {
    String digits = line.replaceFirst("(?s) .*", "");
    return digits.matches("[1-9][0-9]{2}") ? Integer.parseInt(digits) : 200;
  }

  private static Map<String, List<String>> headers(List<String> head) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : head.subList(Math.min(1, head.size()), head.size())) {
      int colon = Math.max(line.indexOf(':'), 0);
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon).replaceFirst("^: ?", ""));
    }
    return headers;
  }
}
