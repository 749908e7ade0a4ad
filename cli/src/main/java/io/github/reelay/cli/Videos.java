package io.github.reelay.cli;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.Video;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Downloads videos into a directory, whole or not at all. */
final class Videos {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final Path directory;

  Videos(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /**
   * A directory to write to, made if it is missing.
   *
   * @param name its name; null for a new one among the temporary files
   * @throws UsageException if it is none and cannot be made, or is not writable
   */
  static Path directory(@Nullable String name) {
    try {
      if (name == null) {
        return Files.createTempDirectory("reelay-demo-");
      }
      Path directory = Files.createDirectories(Path.of(name));
      if (Files.isWritable(directory)) {
        return directory;
      }
    } catch (IOException | InvalidPathException notMade) {
      throw unfit(name);
    }
    throw unfit(name);
  }

  /** Fetches a video and says what was written. The request carries no key. */
  String fetch(TaskHandle task, Video video) throws IOException {
    String name = fileName(task);
    Path part = directory.resolve(name + ".part");
    try {
      long size = copy(video.url(), part);
      Path file = directory.resolve(name);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return String.format(Locale.ROOT, "%,d bytes in %s", size, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Why a download failed, without the URL, which is signed. */
  static String reason(IOException failed) {
    return failed instanceof UnexpectedAnswer answer
        ? String.valueOf(answer.getMessage())
        : failed.getClass().getSimpleName();
  }

  private static final class UnexpectedAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String found) {
      super(found);
    }
  }

  private static long copy(URI url, Path part) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new UnexpectedAnswer("HTTP " + connection.getResponseCode());
    }
    try (InputStream in = connection.getInputStream()) {
      long size = Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      long announced = connection.getContentLengthLong();
      if (announced >= 0 && announced != size) {
        throw new UnexpectedAnswer(size + " of " + announced + " bytes");
      }
      return size;
    } finally {
      connection.disconnect();
    }
  }

  private static String fileName(TaskHandle task) {
    return task.provider() + "-" + task.id().replaceAll("[^A-Za-z0-9._-]", "_") + ".mp4";
  }

  private static UsageException unfit(@Nullable String name) {
    return new UsageException(
        "expected a directory that can be written to at "
            + (name == null ? "the place for temporary files" : "'" + name + "'")
            + ", found none that can be made or used");
  }
}
