package io.github.reelay.contract;

import feign.Param;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts a task id into a path or a query so that it stays one id: every byte of its UTF-8 form
 * outside RFC 3986 unreserved is percent-encoded, the percent sign included. Feign alone would let
 * {@code a%2Fb} and {@code %2e%2e} through and send the key to another resource.
 */
public final class TaskIdExpander implements Param.Expander {
  private static final int MAX_LENGTH = 512;
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** For Feign, which makes one per method. */
  public TaskIdExpander() {}

  /**
   * The id encoded.
   *
   * @throws IllegalArgumentException as {@link #check} does
   */
  @Override
  public String expand(Object value) {
    return encode(check(value.toString()));
  }

  /**
   * The id, if it can be asked for.
   *
   * @throws IllegalArgumentException if it is empty, {@code .}, {@code ..}, longer than 512
   *     characters, or has a control character or half a surrogate pair
   */
  public static String check(String id) {
    String wrong = wrong(id);
    if (wrong != null) {
      throw new IllegalArgumentException(
          "expected a task id of 1 to 512 printable characters other than '.' and '..', found "
              + wrong
              + "; use the id that the provider gave when the task was submitted");
    }
    return id;
  }

  private static @Nullable String wrong(String id) {
    if (id.isEmpty()) {
      return "an empty one";
    }
    if (id.equals(".") || id.equals("..")) {
      return "'" + id + "'";
    }
    if (id.length() > MAX_LENGTH) {
      return "one of " + id.length() + " characters";
    }
    return id.codePoints().anyMatch(TaskIdExpander::isUnsafe)
        ? "one with a control character or half a surrogate pair"
        : null;
  }

  private static boolean isUnsafe(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  private static String encode(String id) {
    StringBuilder encoded = new StringBuilder(id.length() + 8);
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}
