package io.github.reelay.download;

import io.github.reelay.contract.TaskId;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.file.FileErrors;
import io.github.reelay.internal.download.http.VideoUrl;
import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.UnknownProviderException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One download: it is queued, runs, waits for the provider or for the next attempt, and ends once.
 * Another thread can end it at any time.
 */
final class DownloadTask implements DownloadQueue.Entry {
  private static final Logger LOG = System.getLogger(Downloader.class.getName());

  private final DownloadJob job;
  private final DownloadContext context;
  private final Cancellation cancellation = new Cancellation();
  private final DownloadStateMachine machine;
  private final CompletableFuture<DownloadOutcome> future = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();

  /** Whether the state machine is running, so that its files are in use. */
  private boolean busy;

  private boolean over;

  private boolean started;
  private boolean reported;

  DownloadTask(DownloadJob job, @Nullable VideoUrl videoUrl, DownloadContext context) {
    this.job = job;
    this.context = context;
    this.machine = new DownloadStateMachine(job, videoUrl, context, cancellation);
    machine.progress().expires(machine.expiresAt());
  }

  DownloadJob job() {
    return job;
  }

  CompletableFuture<DownloadOutcome> future() {
    return future;
  }

  /** Completes when the files are closed, which is before or soon after the future completes. */
  CompletableFuture<@Nullable Void> released() {
    return released;
  }

  synchronized boolean isOver() {
    return over;
  }

  @Override
  public @Nullable Instant expiresAt() {
    return machine.expiresAt();
  }

  @Override
  public long number() {
    return job.number();
  }

  /** Runs on a worker thread, with a slot. */
  @Override
  public void run() {
    if (begin()) {
      if (!started) {
        started = true;
        machine.progress().started(job);
      }
      runStep(machine::advance).take(this);
    } else {
      context.queue().leave();
    }
  }

  @Override
  public void reject() {
    end(notSaved(DownloadAbortedException.closed()));
  }

  /**
   * Ends it from another thread; its files are closed immediately, or when its own thread has
   * noticed.
   */
  void end(DownloadOutcome outcome) {
    boolean idle;
    synchronized (this) {
      idle = !busy && !over;
      over = true;
    }
    cancellation.cancel();
    if (idle) {
      context.queue().remove(this);
      release();
    }
    complete(outcome);
  }

  private void complete(DownloadOutcome outcome) {
    boolean first;
    synchronized (this) {
      first = !reported;
      reported = true;
    }
    if (first) {
      machine.progress().ended(outcome);
    }
    future.complete(outcome);
  }

  /** Its outcome when the downloader is closed. */
  DownloadOutcome closed() {
    return notSaved(DownloadAbortedException.closed());
  }

  /** Its outcome when another download has the file. */
  DownloadOutcome busyElsewhere() {
    return notSaved(FileErrors.busy(job.file()));
  }

  /**
   * Queries the provider. The slot is kept meanwhile, so that there are no more queries than
   * downloads may run.
   */
  void queryProvider() {
    Runnable end = context.scheduler().beginWork();
    CompletableFuture<QueryResult> query;
    try {
      query = context.providers().queryAsync(job.handle());
    } catch (RuntimeException | Error notQueried) {
      queried(null, notQueried);
      end.run();
      return;
    }
    try {
      // Before any stage that depends on the query, which would register something else.
      cancellation.register(() -> query.cancel(true));
    } catch (IOException cut) {
      // The query was cancelled too, so its future is done.
    }
    query.whenComplete(this::queried).whenComplete((result, failure) -> end.run());
  }

  private void queried(@Nullable QueryResult result, @Nullable Throwable failure) {
    Steps steps = result == null ? () -> notQueried(failure) : () -> machine.advance(result);
    try {
      context.executor().execute(() -> runStep(steps).take(this));
    } catch (RuntimeException | Error noThread) {
      finish(closed());
    }
  }

  private NextStep notQueried(@Nullable Throwable failure) throws DownloadAbortedException {
    if (cancellation.isCancelled()) {
      throw DownloadAbortedException.closed();
    }
    return machine.advanceUnasked(why(failure));
  }

  /** Repeats our own sentences only, because the message of another exception may hold the key. */
  private String why(@Nullable Throwable failure) {
    if (failure instanceof MissingKeyException || failure instanceof UnknownProviderException) {
      return String.valueOf(failure.getMessage());
    }
    try {
      TaskId.check(job.handle().id());
      return "it failed";
    } catch (IllegalArgumentException badId) {
      return String.valueOf(badId.getMessage());
    }
  }

  /** Releases its slot, and queues for one again after the delay. */
  void goOnAfter(Duration delay) {
    context.queue().leave();
    boolean gone;
    synchronized (this) {
      busy = false;
      gone = over;
    }
    if (gone) {
      release();
      return;
    }
    // Not cancelled if the download is ended meanwhile: it notices that when it runs.
    try {
      long at = context.scheduler().nanoTime() + delay.toNanos();
      context.scheduler().schedule(() -> context.queue().enter(this), at);
    } catch (RuntimeException | Error noTime) {
      end(notSaved(DownloadErrors.unexpected(noTime)));
    }
  }

  private synchronized boolean begin() {
    if (over) {
      return false;
    }
    busy = true;
    return true;
  }

  /** Ends the download on its own thread. */
  void finish(DownloadOutcome outcome) {
    synchronized (this) {
      over = true;
      busy = false;
    }
    try {
      release();
      context.queue().leave();
    } finally {
      complete(outcome);
    }
  }

  private void release() {
    try {
      machine.close();
    } catch (IOException unclosed) {
      LOG.log(Level.WARNING, "expected to close the part of " + job.file(), unclosed);
    }
    released.complete(null);
  }

  private NextStep runStep(Steps steps) {
    try {
      NextStep next = steps.run();
      machine.progress().expires(machine.expiresAt());
      return next;
    } catch (DownloadAbortedException aborted) {
      return new NextStep.End(notSaved(aborted));
    } catch (RuntimeException | Error unexpected) {
      // Without the message, which may quote a URL.
      Exception place = new Exception(unexpected.getClass().getName());
      place.setStackTrace(unexpected.getStackTrace());
      LOG.log(Level.WARNING, "expected no exception in " + job.handle(), place);
      return new NextStep.End(notSaved(DownloadErrors.unexpected(unexpected)));
    }
  }

  private DownloadOutcome notSaved(DownloadAbortedException aborted) {
    return new DownloadOutcome.NotSaved(
        job.handle(), job.file(), DownloadFailure.of(job.handle(), aborted));
  }

  /** A part of the run that may abort the download. */
  private interface Steps {
    NextStep run() throws DownloadAbortedException;
  }
}
