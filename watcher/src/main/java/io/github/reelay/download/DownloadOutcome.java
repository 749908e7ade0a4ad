package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a download ended: with a file or, for a reason that the outcome carries, without. */
public sealed interface DownloadOutcome {

  /** The kinds of outcomes, one for each record; a switch expression over them needs no default. */
  enum Kind {
    SAVED,
    NOT_SAVED
  }

  /** One method for each record: code that has them all stops compiling when one is added. */
  interface Visitor<R extends @Nullable Object> {
    /** The file is complete, downloaded now or there before. */
    R saved(Saved saved);

    /** There is no file; the failure says why, and whether another attempt can help. */
    R notSaved(NotSaved notSaved);
  }

  /** Which record this is, for a switch expression. */
  Kind kind();

  /** What the visitor's method for this record returns. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** The task whose video it is. */
  TaskHandle handle();

  /** Where the video is or was to be saved; by format, a saved one may have another extension. */
  Path file();

  /**
   * The saved video, or an exception.
   *
   * @throws NotSavedException if it was not saved
   */
  Saved savedOrThrow();

  /**
   * The file is there, and complete.
   *
   * @param handle the task
   * @param file where it is
   * @param bytes its size; zero or more
   * @param sha256 the SHA-256 of its bytes, in 64 lower-case hexadecimal digits
   * @param alreadyThere whether it was there before, so that nothing was downloaded
   */
  record Saved(TaskHandle handle, Path file, long bytes, String sha256, boolean alreadyThere)
      implements DownloadOutcome {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks that nothing is null, and the size and the digest.
     *
     * @throws IllegalArgumentException if the size is negative, or the digest is not 64 lower-case
     *     hexadecimal digits
     */
    public Saved {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(file, "file");
      if (bytes < 0) {
        throw new IllegalArgumentException(
            handle + ": expected a file of zero bytes or more, found one of " + bytes);
      }
      if (!SHA_256.matcher(sha256).matches()) {
        throw new IllegalArgumentException(
            handle + ": expected a SHA-256 of 64 hexadecimal digits, found " + sha256);
      }
    }

    @Override
    public Kind kind() {
      return Kind.SAVED;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.saved(this);
    }

    @Override
    public Saved savedOrThrow() {
      return this;
    }
  }

  /**
   * There is no file. The bytes so far are kept in a partial file next to it, if the next download
   * can use them.
   *
   * @param handle the task
   * @param file where it was to be
   * @param failure why, and whether another attempt can help
   */
  record NotSaved(TaskHandle handle, Path file, DownloadFailure failure)
      implements DownloadOutcome {
    /** Checks that nothing is null. */
    public NotSaved {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(failure, "failure");
    }

    @Override
    public Kind kind() {
      return Kind.NOT_SAVED;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.notSaved(this);
    }

    @Override
    public Saved savedOrThrow() {
      throw new NotSavedException(this);
    }
  }
}
