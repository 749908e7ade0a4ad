package io.github.reelay.internal.text;

/** Measures a text by its bytes in the body; the parser would have to hold it to know. */
public final class TextLength {
  private TextLength() {}

  /**
   * Whether the text has more than {@code most} UTF-16 characters. One that is malformed or cut may
   * have any length; the parser finds that.
   *
   * @param start where the text begins, behind its quote
   */
  public static boolean exceeds(int most, byte[] body, int start) {
    int length = 0;
    int at = start;
    while (at < body.length && body[at] != '"' && length <= most) {
      length += characters(body[at]);
      at += body[at] == '\\' ? escape(body, at) : 1;
    }
    return length > most;
  }

  /** What a byte begins: nothing inside a sequence, two with the first of four bytes. */
  private static int characters(byte b) {
    if (b >= 0) {
      return 1;
    }
    return (b & 0xC0) == 0x80 ? 0 : (b & 0xF8) == 0xF0 ? 2 : 1;
  }

  /** The length of the escape there: six bytes with a code in hexadecimal, else two. */
  private static int escape(byte[] body, int at) {
    return at + 1 < body.length && body[at + 1] == 'u' ? 6 : 2;
  }
}
