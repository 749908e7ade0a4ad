package io.github.reelay.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret of the page. Compared by digests of equal length, in constant time; never shown. */
final class PageToken {
  static final int SHORTEST = 16;

  private static final String MAC = "HmacSHA256";

  private final byte[] expected;
  private final byte[] cookie;

  private PageToken(String token) {
    this.expected = mac(token, token);
    this.cookie = HexFormat.of().formatHex(mac(token, "cookie")).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The token; null for none.
   *
   * @throws IllegalArgumentException if it is too short, or has other characters than visible ASCII
   */
  static @Nullable PageToken of(@Nullable String token) {
    if (token == null) {
      return null;
    }
    if (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "expected a token of at least "
              + SHORTEST
              + " visible ASCII characters for the page, found another");
    }
    return new PageToken(token);
  }

  boolean matches(String given) {
    return !given.isEmpty() && MessageDigest.isEqual(expected, mac(given, given));
  }

  /** What a browser keeps in place of the token; the same after a restart. */
  String cookie() {
    return new String(cookie, StandardCharsets.UTF_8);
  }

  boolean matchesCookie(String given) {
    return MessageDigest.isEqual(cookie, given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(String key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("expected " + MAC + " in every Java runtime", impossible);
    }
  }

  @Override
  public String toString() {
    return "PageToken";
  }
}
