package io.github.reelay.internal.download.file;

import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file. */
public final class Sha256 {
  private static final int BUFFER = 128 * 1024;

  private Sha256() {}

  /** A digest of no bytes so far. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every Java runtime", e);
    }
  }

  /**
   * The digest of a file, in lower-case hexadecimal digits.
   *
   * @throws IOException also if the download is cancelled meanwhile
   */
  static String of(Path file, Cancellation cancellation) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        cancellation.check();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
