package io.github.reelay.benchmarks;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpEntity;

/**
 * What a download cannot do without: the transport, the file, and SHA-256 of the same bytes; and
 * what a video on the disk cannot do without, which is to force it there.
 */
final class BareDownload implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;

  private final CloseableHttpClient client = HttpClients.createDefault();

  /** Returns the SHA-256 in hexadecimal; with {@code force} once the bytes are on the disk. */
  String fetch(URI url, Path file, boolean force) throws IOException {
    return client.execute(
        new HttpGet(url),
        response -> {
          try (HttpEntity entity = response.getEntity();
              InputStream in = entity.getContent();
              FileChannel out = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
            String sha256 = copy(in, Channels.newOutputStream(out));
            if (force) {
              out.force(true);
            }
            return sha256;
          }
        });
  }

  private static String copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
      out.write(buffer, 0, count);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("expected SHA-256 in every Java runtime", missing);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
