package io.github.reelay.kit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An earlier version of a document: a file, or what git has of it. */
public sealed interface Baseline {

  /**
   * A file, such as the document of the last release. It has to exist, because a mistyped path
   * would switch the comparison off. A new document starts with a copy of itself there.
   */
  static Baseline file(Path file) {
    return new SavedVersion(file);
  }

  /**
   * What git has of the document at a revision. The revision has to exist, with one exception: just
   * before the first commit, as with {@code HEAD~1} in a repository of one commit, there is no
   * earlier version.
   *
   * @param revision such as {@code origin/main}, or {@code HEAD} for the last commit
   * @throws IllegalArgumentException if it cannot be the name of a revision
   */
  static Baseline committed(String revision) {
    return new CommittedVersion(revision);
  }

  /**
   * The earlier version.
   *
   * @param document the document as it is
   * @return its text, or why there is none: the document is new in git, or in no repository
   * @throws IOException if it cannot be known: the file is missing or cannot be read, git is
   *     missing or fails, or the clone is too shallow; the message says what to do
   */
  Earlier earlier(Path document) throws IOException;

  /**
   * An earlier version, or that there is none.
   *
   * @param text what the document said; null if there was none
   * @param absence why there is none; empty if there is one
   */
  record Earlier(@Nullable String text, String absence) {
    static Earlier of(String text) {
      return new Earlier(text, "");
    }

    static Earlier none(String absence) {
      return new Earlier(null, absence);
    }
  }

  /**
   * Made by {@link Baseline#file}; read when the documents are compared.
   *
   * @param file the earlier version, in UTF-8
   */
  record SavedVersion(Path file) implements Baseline {
    @Override
    public Earlier earlier(Path document) throws IOException {
      try {
        return Earlier.of(Files.readString(file));
      } catch (IOException unreadable) {
        throw new IOException(
            "expected the earlier version of %s in %s, found %s; correct the path, or copy the"
                    .formatted(document.getFileName(), file, found(unreadable))
                + " document there if it is new",
            unreadable);
      }
    }

    private String found(IOException unreadable) {
      if (unreadable instanceof NoSuchFileException) {
        return "no file";
      }
      if (Files.isDirectory(file)) {
        return "a folder";
      }
      return unreadable instanceof CharacterCodingException
          ? "a file that is not in UTF-8"
          : "a file that cannot be read";
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * Made by {@link Baseline#committed}; git runs when the documents are compared.
   *
   * @param revision as git names it
   */
  record CommittedVersion(String revision) implements Baseline {
    /** Git takes milliseconds; a first read over a slow network takes longer. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Checks that git cannot take the name for an option or for a place in a revision. */
    public CommittedVersion {
      if (revision.isBlank() || revision.startsWith("-") || revision.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            "expected a revision of git, such as origin/main, found '" + revision + "'");
      }
    }

    @Override
    public Earlier earlier(Path document) throws IOException {
      return new GitDocument("git", document, revision, LIMIT).read();
    }

    @Override
    public String toString() {
      return revision;
    }
  }
}
