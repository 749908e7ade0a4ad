package io.github.reelay.contract;

/** JSON between systems is UTF-8 (RFC 8259, 8.1); jackson-core alone would take UTF-16 and 32. */
final class Encoding {
  private Encoding() {}

  static void check(byte[] body) throws UnreadableException {
    if (body.length > Limits.BODY_BYTES) {
      throw new UnreadableException("expected at most " + Limits.BODY_BYTES + " bytes, found more");
    }
    if (body.length >= 2 && (isWide(body[0]) || body[1] == 0)) {
      throw new UnreadableException("expected UTF-8, found another encoding");
    }
  }

  /** A zero or the first byte of a UTF-16 byte order mark; none begins a JSON text in UTF-8. */
  private static boolean isWide(byte first) {
    return first == 0 || first == (byte) 0xFE || first == (byte) 0xFF;
  }
}
