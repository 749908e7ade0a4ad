package io.github.reelay.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes signed URLs of videos, and checks them, with a secret that each sandbox draws at random.
 */
final class SignedUrls {
  static final String FOLDER = "/files/";
  private static final String MAC = "HmacSHA256";
  private static final Pattern QUERY = Pattern.compile("expires=(\\d{1,12})&sig=([0-9a-f]{32})");

  private final String origin;
  private final SecretKeySpec secret;

  SignedUrls(String origin, byte[] secret) {
    this.origin = origin;
    this.secret = new SecretKeySpec(secret, MAC);
  }

  /** The URL of a task's video, which works until the snapshot's expiry. */
  String video(String provider, TaskSnapshot snapshot, int number) {
    String path = FOLDER + provider + "/" + encoded(snapshot.id()) + "/" + number + ".mp4";
    long expires = snapshot.expires().getEpochSecond();
    return origin + path + "?expires=" + expires + "&sig=" + signature(path, expires);
  }

  /**
   * The status for a URL: 200 while its signature is valid, 410 after its expiry, 403 for any
   * other.
   */
  int status(String path, @Nullable String query, Instant now) {
    Matcher matcher = QUERY.matcher(query == null ? "" : query);
    if (!matcher.matches()) {
      return 403;
    }
    long expires = Long.parseLong(matcher.group(1));
    if (!same(signature(path, expires), matcher.group(2))) {
      return 403;
    }
    return now.getEpochSecond() < expires ? 200 : 410;
  }

  private String signature(String path, long expires) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(secret);
      byte[] all = mac.doFinal((path + "?" + expires).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected " + MAC + " in every Java runtime", e);
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
