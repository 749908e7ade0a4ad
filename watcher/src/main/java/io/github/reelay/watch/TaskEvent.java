package io.github.reelay.watch;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** What a watcher reports about one task. */
public sealed interface TaskEvent {

  /** The kinds of events, one for each record; a switch over them needs no default. */
  enum Kind {
    /** {@link TaskEvent.Changed}. */
    CHANGED,
    /** {@link TaskEvent.Suspended}. */
    SUSPENDED,
    /** {@link TaskEvent.Resumed}. */
    RESUMED,
    /** {@link TaskEvent.Ended}. */
    ENDED,
    /** {@link TaskEvent.DownloadStarted}. */
    DOWNLOAD_STARTED,
    /** {@link TaskEvent.DownloadProgress}. */
    DOWNLOAD_PROGRESS,
    /** {@link TaskEvent.DownloadEnded}. */
    DOWNLOAD_ENDED,
    /** {@link TaskEvent.FollowUpFailed}. */
    FOLLOW_UP_FAILED
  }

  /** The kind of this event. */
  Kind kind();

  /** The task. */
  TaskHandle handle();

  /**
   * A response differs from the one before in state, progress or kind of failure; the first always
   * does.
   *
   * @param handle the task
   * @param result the task as it is now, or why it was not seen
   */
  record Changed(TaskHandle handle, QueryResult result) implements TaskEvent {
    /** Checks that nothing is null. */
    public Changed {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(result, "result");
    }

    @Override
    public Kind kind() {
      return Kind.CHANGED;
    }
  }

  /**
   * The wait for the task is suspended: the provider refuses or cannot be reached, and the store
   * keeps the task. The watcher takes it up again by itself; {@link Resumed} follows, or {@link
   * Ended}.
   *
   * @param outcome why: the outcome that the waits for the task got
   * @param nextQueryAt when the provider is queried again, for this task or another
   */
  record Suspended(Outcome outcome, Instant nextQueryAt) implements TaskEvent {
    /**
     * Checks that the outcome can suspend a wait.
     *
     * @throws IllegalArgumentException if it is final, or neither refused nor unreachable
     */
    public Suspended {
      Objects.requireNonNull(nextQueryAt, "nextQueryAt");
      boolean suspends =
          switch (outcome.kind()) {
            case REFUSED, UNREACHABLE -> !outcome.isFinal();
            case FINISHED, UNFINISHED -> false;
          };
      if (!suspends) {
        throw new IllegalArgumentException(
            outcome.handle()
                + ": expected an outcome that suspends the wait, found "
                + outcome.kind());
      }
    }

    @Override
    public Kind kind() {
      return Kind.SUSPENDED;
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }

  /**
   * The provider shows the task again after its wait was suspended: it is watched as before.
   *
   * @param handle the task
   */
  record Resumed(TaskHandle handle) implements TaskEvent {
    /** Checks that there is a handle. */
    public Resumed {
      Objects.requireNonNull(handle, "handle");
    }

    @Override
    public Kind kind() {
      return Kind.RESUMED;
    }
  }

  /**
   * The wait for the task has ended. What follows, unless the task is added again, is about its
   * download and its follow-up only.
   *
   * @param outcome how
   */
  record Ended(Outcome outcome) implements TaskEvent {
    /** Checks that there is an outcome. */
    public Ended {
      Objects.requireNonNull(outcome, "outcome");
    }

    @Override
    public Kind kind() {
      return Kind.ENDED;
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }

  /**
   * The download of the task's video has begun, or of one of several; see {@link
   * WatcherBuilder#saveVideos}. A download that is repeated later begins again.
   *
   * @param handle the task
   * @param file where the video is to be; another extension if its format has another
   */
  record DownloadStarted(TaskHandle handle, Path file) implements TaskEvent {
    /** Checks that nothing is null. */
    public DownloadStarted {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(file, "file");
    }

    @Override
    public Kind kind() {
      return Kind.DOWNLOAD_STARTED;
    }
  }

  /**
   * The download of the task's video has come further.
   *
   * @param handle the task
   * @param bytes how many are on the disk, those of earlier attempts included
   * @param total how many there will be; -1 if the video host does not say
   */
  record DownloadProgress(TaskHandle handle, long bytes, long total) implements TaskEvent {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the bytes are negative, or the total is less than -1
     */
    public DownloadProgress {
      Objects.requireNonNull(handle, "handle");
      if (bytes < 0 || total < -1) {
        throw new IllegalArgumentException(
            handle + ": expected bytes of zero or more, found " + bytes + " of " + total);
      }
    }

    @Override
    public Kind kind() {
      return Kind.DOWNLOAD_PROGRESS;
    }
  }

  /**
   * The download of the task's video has ended, with a file or without. One that can help to repeat
   * is repeated later, and begins again then.
   *
   * @param outcome how
   */
  record DownloadEnded(DownloadOutcome outcome) implements TaskEvent {
    /** Checks that there is an outcome. */
    public DownloadEnded {
      Objects.requireNonNull(outcome, "outcome");
    }

    @Override
    public Kind kind() {
      return Kind.DOWNLOAD_ENDED;
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }

  /**
   * What was to be done about the end of the task has failed, such as saving its video: the store
   * keeps the handle. After the watcher was stopped only the log says so.
   *
   * @param outcome how the wait ended
   * @param failure what the follow-up failed with; a {@link
   *     io.github.reelay.download.NotSavedException} if a video was not saved
   */
  record FollowUpFailed(Outcome outcome, Throwable failure) implements TaskEvent {
    /** Checks that nothing is null. */
    public FollowUpFailed {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(failure, "failure");
    }

    @Override
    public Kind kind() {
      return Kind.FOLLOW_UP_FAILED;
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }
}
