package io.github.reelay.cli.saved;

import io.github.reelay.cli.terminal.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is named, or standard input. */
public final class Input {
  private static final String STANDARD = "-";

  private final InputStream stdin;
  private final String name;

  /**
   * Opens nothing yet.
   *
   * @param stdin standard input
   * @param name the file; {@code -} or null for standard input
   */
  public Input(InputStream stdin, @Nullable String name) {
    this.stdin = stdin;
    this.name = name == null ? STANDARD : name;
  }

  /** May throw what reading a stream throws; {@link #read} turns it into a usage error. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  /** No lambda, because each costs start-up time, also where the classes are in an archive. */
  private static final class Body implements Reader<byte[]> {
    @Override
    public byte[] read(InputStream in) throws IOException {
      return in.readNBytes(SavedBody.READ_BYTES);
    }
  }

  /**
   * The whole of it, as far as a body can be read.
   *
   * @throws UsageException if it cannot be read; the message names the file and says why
   */
  public byte[] bytes() {
    return read(new Body());
  }

  /**
   * What the reader makes of it.
   *
   * @throws UsageException if it cannot be read; the message names the file and says why
   */
  <T> T read(Reader<T> reader) {
    try (InputStream in = open()) {
      return reader.read(in);
    } catch (IOException | InvalidPathException unreadable) {
      throw new UsageException(
          "expected a readable file at " + where() + ", found " + why(unreadable));
    }
  }

  private InputStream open() throws IOException {
    return name.equals(STANDARD) ? stdin : Files.newInputStream(Path.of(name));
  }

  private String where() {
    return name.equals(STANDARD) ? "standard input" : "'" + name + "'";
  }

  private String why(Exception unreadable) {
    if (unreadable instanceof NoSuchFileException) {
      return "none";
    }
    if (unreadable instanceof AccessDeniedException) {
      return "one that this user may not read";
    }
    if (unreadable instanceof InvalidPathException) {
      return "a name that this system cannot hold";
    }
    return Files.isDirectory(Path.of(name))
        ? "a directory"
        : "a failure to read it (" + unreadable.getClass().getSimpleName() + ")";
  }
}
