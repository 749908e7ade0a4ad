package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.task.TaskHandle;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Lines that are about to be written. Used again and again, so that a line costs no object. */
final class JournalEncoder {
  /** The most bytes of a line that are neither of the provider's name, the id nor the time. */
  private static final int FRAME = JournalLine.SIGN + "@ :\n".length();

  private final CRC32C checksum = new CRC32C();
  private byte[] bytes = new byte[1 << 13];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  /** How many of the bytes are in use. */
  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Adds text that is not a line, as it is. */
  void add(String text) {
    addBytes(text.getBytes(UTF_8));
  }

  void add(JournalLine line) {
    int start = length;
    TaskHandle handle = line.handle();
    String time = line.submittedAt() == null ? "" : line.submittedAt() + " ";
    reserve(FRAME + time.length() + handle.provider().length() + handle.id().length());
    length += JournalLine.SIGN - 1;
    bytes[length++] = ' ';
    bytes[length++] = (byte) line.sign();
    addPlain(time);
    addPlain(handle.provider());
    bytes[length++] = ':';
    if (!addPlain(handle.id())) {
      addBytes(JournalLine.escape(handle.id()).getBytes(UTF_8));
    }
    seal(start);
  }

  /** Adds text if there is nothing in it but printable ASCII, as in nearly every id. */
  private boolean addPlain(String text) {
    int end = length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '\\') {
        return false;
      }
      bytes[end++] = (byte) c;
    }
    length = end;
    return true;
  }

  private void addBytes(byte[] more) {
    reserve(more.length + 1);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void seal(int start) {
    int sign = start + JournalLine.SIGN;
    checksum.reset();
    checksum.update(bytes, sign, length - sign);
    for (int i = 0; i < JournalLine.SIGN - 1; i++) {
      bytes[start + i] = JournalLine.digit(checksum.getValue(), i);
    }
    bytes[length++] = '\n';
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
