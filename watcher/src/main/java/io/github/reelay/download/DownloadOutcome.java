package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.Objects;

/** How a download ended. */
public sealed interface DownloadOutcome {

  /** The task whose video it is. */
  TaskHandle handle();

  /** Where the video was to be saved. */
  Path file();

  /**
   * The saved video, for those who prefer exceptions.
   *
   * @throws NotSavedException if it was not saved
   */
  default Saved savedOrThrow() {
    if (this instanceof Saved saved) {
      return saved;
    }
    throw new NotSavedException((NotSaved) this);
  }

  /**
   * The file is there, whole.
   *
   * @param handle the task
   * @param file where it is
   * @param bytes its size
   * @param sha256 of its bytes, in lower-case hexadecimal digits
   * @param alreadyThere whether it was there before and nothing was fetched
   */
  record Saved(TaskHandle handle, Path file, long bytes, String sha256, boolean alreadyThere)
      implements DownloadOutcome {
    /** Checks that nothing is null. */
    public Saved {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /**
   * There is no file. What was fetched so far is kept beside it for the next attempt, if it is of
   * any use.
   *
   * @param handle the task
   * @param file where it was to be
   * @param failure why
   */
  record NotSaved(TaskHandle handle, Path file, DownloadFailure failure)
      implements DownloadOutcome {
    /** Checks that nothing is null. */
    public NotSaved {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(failure, "failure");
    }
  }
}
