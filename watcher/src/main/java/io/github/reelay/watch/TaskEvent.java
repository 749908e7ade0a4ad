package io.github.reelay.watch;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher reports about one task.
 *
 * <pre>{@code
 * TaskListener listener = event -> lines.add(event.handle() + " " + event.kind());
 * }</pre>
 */
public sealed interface TaskEvent {

  /** The kinds of events, one for each record; a switch expression over them needs no default. */
  enum Kind {
    CHANGED,
    SUSPENDED,
    RESUMED,
    ENDED,
    DOWNLOAD_STARTED,
    DOWNLOAD_PROGRESS,
    DOWNLOAD_ENDED,
    FOLLOW_UP_FAILED
  }

  /** One method for each record: code that has them all stops compiling when one is added. */
  interface Visitor<R extends @Nullable Object> {
    /** State, progress or kind of failure differ from the response before. */
    R changed(Changed event);

    /** The provider refuses or cannot be reached; the watcher goes on by itself later. */
    R suspended(Suspended event);

    /** The provider shows the task again after a suspension. */
    R resumed(Resumed event);

    /** The wait has ended; its downloads and follow-ups may still report. */
    R ended(Ended event);

    /** A download has begun, or begins again after a failure. */
    R downloadStarted(DownloadStarted event);

    /** More bytes are on the disk; how many there will be may be unknown. */
    R downloadProgress(DownloadProgress event);

    /** A download has ended, with a file or without; one without may be repeated. */
    R downloadEnded(DownloadEnded event);

    /** A follow-up has failed, so the store keeps the handle. */
    R followUpFailed(FollowUpFailed event);
  }

  /** Which record this is, for a switch expression. */
  Kind kind();

  /** What the visitor's method for this record returns. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** The task that the event is about; of a download, the task whose video it is. */
  TaskHandle handle();

  /**
   * State, progress or kind of failure differ from the last result; those of the first always do.
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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.changed(this);
    }
  }

  /**
   * The wait for the task is suspended: the provider refuses or cannot be reached, and the store
   * keeps the task. The watcher resumes it by itself; {@link Resumed} or {@link Ended} follows.
   *
   * @param outcome why: the outcome of the waits for the task
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
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.suspended(this);
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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.resumed(this);
    }
  }

  /**
   * The wait for the task has ended. Only events of its download and its follow-up come later.
   *
   * @param outcome how it ended, by itself or because it was stopped
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
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.ended(this);
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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.downloadStarted(this);
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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.downloadProgress(this);
    }
  }

  /**
   * The download of the task's video has ended, with a file or without. One that can help to repeat
   * is repeated later, and begins again then.
   *
   * @param outcome the saved file, or why there is none
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
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.downloadEnded(this);
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }

  /**
   * A follow-up has failed, such as saving the video: the store keeps the handle. After the watcher
   * was stopped only the log says so.
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
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.followUpFailed(this);
    }

    @Override
    public TaskHandle handle() {
      return outcome.handle();
    }
  }
}
