package io.github.reelay.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An earlier version of a document: a file, or what git has of it. */
public sealed interface Baseline {

  /** A file, such as the document of the last release. */
  static Baseline file(Path file) {
    return new SavedVersion(file);
  }

  /**
   * What git has of the document at a revision.
   *
   * @param revision such as {@code origin/main}, or {@code HEAD} for the last commit
   */
  static Baseline committed(String revision) {
    return new CommittedVersion(revision);
  }

  /**
   * Its text.
   *
   * @param document the document as it is
   * @return null if there is no earlier version
   * @throws IOException if git or the file cannot be read
   */
  @Nullable String text(Path document) throws IOException;

  /**
   * A file.
   *
   * @param file where it is
   */
  record SavedVersion(Path file) implements Baseline {
    @Override
    public @Nullable String text(Path document) throws IOException {
      return Files.exists(file) ? Files.readString(file) : null;
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A revision of git.
   *
   * @param revision as git names it
   */
  record CommittedVersion(String revision) implements Baseline {
    @Override
    public @Nullable String text(Path document) throws IOException {
      Path file = document.toAbsolutePath().normalize();
      String object = revision + ":./" + file.getFileName();
      Process git =
          new ProcessBuilder(List.of("git", "show", object))
              .directory(new File(String.valueOf(file.getParent())))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      try {
        return git.waitFor() == 0 ? text : null;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new IOException("interrupted while git ran", stopped));
      }
    }

    @Override
    public String toString() {
      return revision;
    }
  }
}
