package io.github.reelay.download;

import io.github.reelay.failure.Retry;
import io.github.reelay.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a download that ended without a file every five minutes, as long as that can help.
 *
 * @param context the scheduler and the executor
 * @param closed whether the downloader is closed, after which nothing is repeated
 */
record RetriedDownload(DownloadContext context, BooleanSupplier closed) {
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /** How long a download is repeated whose URL has no known expiry. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Repeats it until the URL has expired, or for a day if {@code expiresAt} is null. */
  CompletableFuture<DownloadOutcome> start(
      Supplier<CompletableFuture<DownloadOutcome>> download, @Nullable Instant expiresAt) {
    return repeat(download, expiresAt != null ? expiresAt : now().plus(LONGEST));
  }

  private CompletableFuture<DownloadOutcome> repeat(
      Supplier<CompletableFuture<DownloadOutcome>> download, Instant end) {
    return download
        .get()
        .thenCompose(
            outcome ->
                mayRepeat(outcome, end)
                    ? pause().thenCompose(waited -> repeat(download, end))
                    : CompletableFuture.completedFuture(outcome));
  }

  private boolean mayRepeat(DownloadOutcome outcome, Instant end) {
    return outcome instanceof DownloadOutcome.NotSaved not
        && not.failure().retry() == Retry.YES
        && !closed.getAsBoolean()
        && now().plus(PAUSE).isBefore(end);
  }

  private Instant now() {
    return context.scheduler().clock().instant();
  }

  private CompletableFuture<@Nullable Void> pause() {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    Runnable end =
        () -> {
          try {
            context.executor().execute(() -> over.complete(null));
          } catch (RuntimeException | Error noThread) {
            over.completeExceptionally(noThread);
          }
        };
    Scheduler scheduler = context.scheduler();
    scheduler.schedule(end, scheduler.nanoTime() + PAUSE.toNanos());
    return over;
  }
}
