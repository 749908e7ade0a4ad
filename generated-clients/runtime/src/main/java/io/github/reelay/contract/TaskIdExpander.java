package io.github.reelay.contract;

import feign.Param;
import java.nio.charset.StandardCharsets;

/**
 * Puts a task id into a path or a query so that it stays one id: every byte of its UTF-8 form
 * outside RFC 3986 unreserved is percent-encoded, the percent sign included. Feign alone would let
 * {@code a%2Fb} and {@code %2e%2e} through and send the key to another resource.
 */
@SuppressWarnings("exports") // a caller of Feign requires it, as each client does
public final class TaskIdExpander implements Param.Expander {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** For Feign, which makes one per method. */
  public TaskIdExpander() {}

  /**
   * Encodes the text form of the value; called once for each query.
   *
   * @throws IllegalArgumentException as {@link TaskId#check} does
   */
  @Override
  public String expand(Object value) {
    return encode(TaskId.check(value.toString()));
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
