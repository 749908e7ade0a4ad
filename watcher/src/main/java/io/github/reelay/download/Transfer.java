package io.github.reelay.download;

import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.exchange.QueryResult;
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
 * One download in the life of a downloader: it waits for its place, runs, waits for the provider or
 * for better times, and ends once. It can be ended from outside at any time.
 */
final class Transfer implements WaitingRoom.Guest {
  private static final Logger LOG = System.getLogger(Downloader.class.getName());

  private final Errand errand;
  private final Tools tools;
  private final Cancellation cancellation = new Cancellation();
  private final Course course;
  private final CompletableFuture<DownloadOutcome> future = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();

  /** Whether the course is being run, and so its files are in use. */
  private boolean busy;

  private boolean over;

  Transfer(Errand errand, @Nullable Link link, Tools tools) {
    this.errand = errand;
    this.tools = tools;
    this.course = new Course(errand, link, tools, cancellation);
  }

  Errand errand() {
    return errand;
  }

  CompletableFuture<DownloadOutcome> future() {
    return future;
  }

  /** Completes when the files are let go, which is before or soon after the future completes. */
  CompletableFuture<@Nullable Void> released() {
    return released;
  }

  synchronized boolean isOver() {
    return over;
  }

  @Override
  public @Nullable Instant expiresAt() {
    return course.expiresAt();
  }

  @Override
  public long number() {
    return errand.number();
  }

  /** Runs on a worker, and holds a place. */
  @Override
  public void run() {
    if (takeUp()) {
      act(decide(course::proceed));
    } else {
      tools.room().leave();
    }
  }

  @Override
  public void turnAway() {
    end(notSaved(course.trouble().closed()));
  }

  /** Ends it from outside; its files are let go at once, or when its thread has noticed. */
  void end(DownloadOutcome outcome) {
    boolean idle;
    synchronized (this) {
      idle = !busy && !over;
      over = true;
    }
    cancellation.cancel();
    if (idle) {
      tools.room().withdraw(this);
      release();
    }
    future.complete(outcome);
  }

  /** What it ends with when the downloader is closed. */
  DownloadOutcome closed() {
    return notSaved(course.trouble().closed());
  }

  /** What it ends with when another download has the file. */
  DownloadOutcome busyElsewhere() {
    return notSaved(course.trouble().busy());
  }

  private void act(Next next) {
    if (next instanceof Next.End end) {
      finish(end.outcome());
    } else if (next instanceof Next.Later later) {
      tools.room().leave();
      park(later.delay());
    } else {
      ask();
    }
  }

  /** The place is kept meanwhile, so that no more providers are asked than downloads may run. */
  private void ask() {
    CompletableFuture<QueryResult> asked;
    try {
      asked = tools.providers().queryAsync(errand.handle());
    } catch (RuntimeException | Error unaskable) {
      answered(null, unaskable);
      return;
    }
    try {
      // Before anything can follow: it would be held instead.
      cancellation.register(() -> asked.cancel(true));
    } catch (IOException cut) {
      // The query was cancelled with it, and so is answered.
    }
    asked.whenComplete(this::answered);
  }

  private void answered(@Nullable QueryResult result, @Nullable Throwable failure) {
    Steps steps = result == null ? () -> unasked(failure) : () -> course.proceed(result);
    try {
      tools.executor().execute(() -> act(decide(steps)));
    } catch (RuntimeException | Error noThread) {
      finish(closed());
    }
  }

  private Next unasked(@Nullable Throwable failure) throws Stop {
    if (cancellation.isCancelled()) {
      throw course.trouble().closed();
    }
    return course.proceedUnasked(why(failure));
  }

  /** Repeats our own sentences only: what others throw, such as who has the key, may hold it. */
  private String why(@Nullable Throwable failure) {
    if (failure instanceof MissingKeyException || failure instanceof UnknownProviderException) {
      return String.valueOf(failure.getMessage());
    }
    try {
      TaskIdExpander.check(errand.handle().id());
      return "it failed";
    } catch (IllegalArgumentException badId) {
      return String.valueOf(badId.getMessage());
    }
  }

  private void park(Duration delay) {
    boolean gone;
    synchronized (this) {
      busy = false;
      gone = over;
    }
    if (gone) {
      release();
      return;
    }
    // Not taken back if the download is ended meanwhile: it then finds that out.
    long at = tools.scheduler().nanoTime() + delay.toNanos();
    try {
      tools.scheduler().schedule(() -> tools.room().enter(this), at);
    } catch (RuntimeException | Error noTime) {
      end(notSaved(course.trouble().unexpected(noTime)));
    }
  }

  private synchronized boolean takeUp() {
    if (over) {
      return false;
    }
    busy = true;
    return true;
  }

  /** Ends it on its own thread. */
  private void finish(DownloadOutcome outcome) {
    synchronized (this) {
      over = true;
      busy = false;
    }
    try {
      release();
      tools.room().leave();
    } finally {
      future.complete(outcome);
    }
  }

  private void release() {
    try {
      course.close();
    } catch (IOException unclosed) {
      LOG.log(Level.WARNING, "expected to close the part of " + errand.file(), unclosed);
    }
    released.complete(null);
  }

  private Next decide(Steps steps) {
    try {
      return steps.run();
    } catch (Stop stop) {
      return new Next.End(notSaved(stop));
    } catch (RuntimeException | Error unexpected) {
      // Without its message, which may quote a URL.
      Exception place = new Exception(unexpected.getClass().getName());
      place.setStackTrace(unexpected.getStackTrace());
      LOG.log(Level.WARNING, "expected no exception in " + errand.handle(), place);
      return new Next.End(notSaved(course.trouble().unexpected(unexpected)));
    }
  }

  private DownloadOutcome notSaved(Stop stop) {
    return new DownloadOutcome.NotSaved(errand.handle(), errand.file(), stop.failure());
  }

  /** Part of a course. */
  private interface Steps {
    Next run() throws Stop;
  }
}
