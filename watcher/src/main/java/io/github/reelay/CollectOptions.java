package io.github.reelay;

import io.github.reelay.download.VideoFileName;
import io.github.reelay.internal.Bounds;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link CollectRun} waits and what it saves. Built by {@link #builder}; everything has a
 * default.
 *
 * @param storeFile keeps the handles beyond the end of the program; null for no file
 * @param warnings takes a sentence about each damage of the store file that was repaired; null for
 *     the log
 * @param directory where the videos go, each under its {@link VideoFileName} with the extension of
 *     its format; null if they are not saved there
 * @param file where the video of the only task goes, whatever its format; null for none
 * @param limit when the run ends all waits, from its start; null for as long as the rules of the
 *     providers say. With a limit, a wait that is suspended goes on until then
 * @param singleQuery whether each task is queried once and not waited for
 * @param retried whether a download that fails is {@linkplain
 *     io.github.reelay.download.DownloadOptions#retried retried}
 * @param skipsSaved whether a task that is given is not queried if its video is in the directory
 *     and the store file does not have its handle
 */
public record CollectOptions(
    @Nullable Path storeFile,
    @Nullable Consumer<String> warnings,
    @Nullable Path directory,
    @Nullable Path file,
    @Nullable Duration limit,
    boolean singleQuery,
    boolean retried,
    boolean skipsSaved) {

  /**
   * Checks what excludes each other.
   *
   * @throws IllegalArgumentException if there is a directory as well as a file, or the limit is
   *     negative
   */
  public CollectOptions {
    if (directory != null && file != null) {
      throw new IllegalArgumentException(
          "expected a directory or a file for the videos, found both");
    }
    if (limit != null) {
      Bounds.notNegative(limit, "a limit");
    }
  }

  /** Whether videos are saved, which they are with a {@link #directory} or a {@link #file}. */
  public boolean savesVideos() {
    return directory != null || file != null;
  }

  /** Where the first video of a task goes if it is an MP4; null if videos are not saved. */
  @Nullable Path fileOf(TaskHandle handle) {
    return directory == null ? file : directory.resolve(VideoFileName.of(handle));
  }

  /** A builder that begins with the defaults: nothing is kept, and no video is saved. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options; not safe for use by many threads. */
  public static final class Builder {
    private @Nullable Path storeFile;
    private @Nullable Consumer<String> warnings;
    private @Nullable Path directory;
    private @Nullable Path file;
    private @Nullable Duration limit;
    private boolean singleQuery;
    private boolean retried = true;
    private boolean skipsSaved = true;

    private Builder() {}

    /**
     * Keeps the handles in a file until all is done about their tasks. It is made if it is missing;
     * its directory must exist. One run has it at a time.
     */
    public Builder storeFile(Path value) {
      storeFile = Objects.requireNonNull(value, "storeFile");
      return this;
    }

    /** Who hears that a damaged store file was repaired; the log by default. */
    public Builder warnings(Consumer<String> value) {
      warnings = Objects.requireNonNull(value, "warnings");
      return this;
    }

    /** Saves all videos of each task in a directory, which is made if it is missing. */
    public Builder directory(Path value) {
      directory = Objects.requireNonNull(value, "directory");
      return this;
    }

    /** Saves the video of the only task in that file; further videos of it get numbered names. */
    public Builder file(Path value) {
      file = Objects.requireNonNull(value, "file");
      return this;
    }

    /** Ends all waits after that time; see {@link CollectOptions#limit}. */
    public Builder limit(Duration value) {
      limit = Objects.requireNonNull(value, "limit");
      return this;
    }

    /** Whether each task is queried once and not waited for; false by default. */
    public Builder singleQuery(boolean value) {
      singleQuery = value;
      return this;
    }

    /** Whether a download that fails is retried, which can take a day; true by default. */
    public Builder retried(boolean value) {
      retried = value;
      return this;
    }

    /** Whether a task is not queried whose video was saved by an earlier run; true by default. */
    public Builder skipsSaved(boolean value) {
      skipsSaved = value;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if there is a directory as well as a file, or the limit is
     *     negative
     */
    public CollectOptions build() {
      return new CollectOptions(
          storeFile, warnings, directory, file, limit, singleQuery, retried, skipsSaved);
    }
  }
}
