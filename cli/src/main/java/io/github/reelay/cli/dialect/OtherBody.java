package io.github.reelay.cli.dialect;

import java.nio.charset.StandardCharsets;

/** What a saved body is that is no object, with what to do where that helps. */
final class OtherBody {
  private OtherBody() {}

  /** What the bytes are, as far as their beginning shows it. */
  static String of(byte[] body) {
    if (begins(body, 0x1f, 0x8b)) {
      return "compressed bytes, which 'curl --compressed' would have unpacked";
    }
    if (begins(body, 0xff, 0xfe) || begins(body, 0xfe, 0xff)) {
      return "text in UTF-16, which has to be saved as UTF-8";
    }
    String text = new String(body, StandardCharsets.UTF_8).strip();
    boolean lines = text.lines().count() > 1 && text.lines().allMatch(OtherBody::isObject);
    return lines ? "one object in each line, which need a file each" : "something else";
  }

  private static boolean isObject(String line) {
    String stripped = line.strip();
    return stripped.isEmpty() || (stripped.startsWith("{") && stripped.endsWith("}"));
  }

  private static boolean begins(byte[] body, int first, int second) {
    return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
  }
}
