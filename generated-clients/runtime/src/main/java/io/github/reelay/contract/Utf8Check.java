package io.github.reelay.contract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * JSON between systems is UTF-8 (RFC 8259, 8.1). jackson-core alone would take UTF-16 and 32, and
 * byte sequences that UTF-8 forbids: overlong ones and those beyond U+10FFFF.
 */
final class Utf8Check {
  private static final int CHUNK = 4096;

  /** The highest bit of each of eight bytes, which no ASCII character has. */
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private Utf8Check() {}

  static void check(byte[] body) throws UnreadableException {
    if (body.length > BodyLimits.BODY_BYTES) {
      throw new UnreadableException(
          "expected at most " + BodyLimits.BODY_BYTES + " bytes, found more");
    }
    if (!isAscii(body)) {
      checkSequences(body);
    }
    if (isWide(body)) {
      throw new UnreadableException("expected UTF-8, found another encoding");
    }
  }

  /** Most responses are; they need no decoder. */
  private static boolean isAscii(byte[] body) {
    ByteBuffer eight = ByteBuffer.wrap(body); // a VarHandle takes milliseconds to make
    int at = 0;
    while (at <= body.length - Long.BYTES && (eight.getLong(at) & HIGH_BITS) == 0) {
      at += Long.BYTES;
    }
    while (at < body.length && body[at] >= 0) {
      at++;
    }
    return at == body.length;
  }

  private static void checkSequences(byte[] body) throws UnreadableException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer dropped = CharBuffer.allocate(Math.min(body.length + 1, CHUNK));
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = decoder.decode(bytes, dropped.clear(), true);
    }
    if (result.isError()) {
      throw new UnreadableException(
          "expected UTF-8, found something else at byte " + bytes.position());
    }
  }

  /** UTF-16 and 32 without a byte order mark: the first character of a JSON text is ASCII. */
  private static boolean isWide(byte[] body) {
    return body.length >= 2 && (body[0] == 0 || body[1] == 0);
  }
}
