package io.github.reelay.page;

import io.github.reelay.download.DownloadListener;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.TaskEvent;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Puts what happens to tasks and to downloads on the board. */
final class BoardEvents implements TaskEvent.Visitor<@Nullable Void>, DownloadListener {
  private final TaskBoard board;
  private final Clock clock;

  BoardEvents(TaskBoard board, Clock clock) {
    this.board = board;
    this.clock = clock;
  }

  @Override
  public @Nullable Void changed(TaskEvent.Changed event) {
    board.changeOpen(event.handle(), row -> row.take(event.result()));
    return null;
  }

  @Override
  public @Nullable Void suspended(TaskEvent.Suspended event) {
    board.changeOpen(
        event.handle(),
        row -> {
          row.suspended = true;
          row.nextQueryAt = event.nextQueryAt();
          if (event.outcome().lastResult() != null) {
            row.take(event.outcome().lastResult());
          }
        });
    return null;
  }

  @Override
  public @Nullable Void resumed(TaskEvent.Resumed event) {
    board.changeOpen(
        event.handle(),
        row -> {
          row.suspended = false;
          row.failure = null;
        });
    return null;
  }

  @Override
  public @Nullable Void ended(TaskEvent.Ended event) {
    board.end(event.handle(), row -> row.end(event.outcome(), clock.instant()));
    return null;
  }

  @Override
  public @Nullable Void downloadStarted(TaskEvent.DownloadStarted event) {
    started(event.handle(), event.file());
    return null;
  }

  @Override
  public @Nullable Void downloadProgress(TaskEvent.DownloadProgress event) {
    progress(event.handle(), event.bytes(), event.total());
    return null;
  }

  @Override
  public @Nullable Void downloadEnded(TaskEvent.DownloadEnded event) {
    ended(event.outcome());
    return null;
  }

  @Override
  public @Nullable Void followUpFailed(TaskEvent.FollowUpFailed event) {
    if (event.failure() instanceof NotSavedException notSaved) {
      ended(notSaved.outcome());
    } else {
      String what = event.failure().getClass().getSimpleName();
      board.download(
          event.handle(),
          DownloadStatus.failed("expected the follow-up to succeed, found " + what));
    }
    return null;
  }

  @Override
  public void started(TaskHandle handle, Path file) {
    board.download(handle, DownloadStatus.running(0, -1));
  }

  @Override
  public void progress(TaskHandle handle, long bytes, long total) {
    board.download(handle, DownloadStatus.running(bytes, total));
  }

  @Override
  public void ended(DownloadOutcome outcome) {
    board.download(outcome.handle(), DownloadStatus.of(outcome));
  }
}
