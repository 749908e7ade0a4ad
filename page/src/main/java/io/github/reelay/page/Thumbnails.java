package io.github.reelay.page;

import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.internal.download.http.SmallFiles;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches thumbnails when a browser wants them, and keeps the last ones. What is too large, is no
 * image, or cannot be fetched counts as absent, and is fetched again after a minute at the
 * earliest. The URL of a thumbnail is never shown.
 */
final class Thumbnails implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;
  private static final long MOST_BYTES_KEPT = 16L << 20;
  private static final int MOST_KEPT = 2_000;
  private static final long LONGEST_MILLIS = 15_000;
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final TaskBoard board;
  private final SmallFiles files;
  private final Scheduler scheduler;
  private final ExecutorService fetchers =
      Executors.newFixedThreadPool(3, DaemonThreads.numbered("reelay-page-thumbnail-"));
  private final Map<Long, Fetch> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytesKept;

  /** A thumbnail that is there or under way; null in place of one that is absent. */
  private record Fetch(CompletableFuture<@Nullable Thumbnail> future, long begunAt) {
    boolean isAbsent() {
      return future.isDone() && future.getNow(null) == null;
    }
  }

  Thumbnails(TaskBoard board, SmallFiles files, Scheduler scheduler) {
    this.board = board;
    this.files = files;
    this.scheduler = scheduler;
  }

  /** The thumbnail of the task with that number; blocks until it is there. Null if it is absent. */
  @Nullable Thumbnail get(long number) throws InterruptedException {
    VideoTask task = board.task(number);
    Video video = task == null ? null : task.video();
    if (video == null || video.thumbnail() == null) {
      return null;
    }
    try {
      return begun(number, task.provider(), video.thumbnail().uri())
          .get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException absent) {
      return null;
    }
  }

  private synchronized CompletableFuture<@Nullable Thumbnail> begun(
      long number, String provider, URI url) {
    long now = scheduler.nanoTime();
    Fetch last = kept.get(number);
    if (last != null && !(last.isAbsent() && now - last.begunAt() > RETRY.toNanos())) {
      return last.future();
    }
    CompletableFuture<@Nullable Thumbnail> future = new CompletableFuture<>();
    kept.put(number, new Fetch(future, now));
    try {
      fetchers.execute(() -> fetch(future, provider, url));
    } catch (RejectedExecutionException closed) {
      future.complete(null);
    }
    return future;
  }

  private void fetch(CompletableFuture<@Nullable Thumbnail> future, String provider, URI url) {
    Thumbnail found = null;
    try {
      byte[] bytes = files.fetch(provider, url, MOST_BYTES);
      ImageType type = bytes == null ? null : ImageType.of(bytes);
      found = type == null ? null : new Thumbnail(type, bytes);
    } finally {
      future.complete(found);
      keep(found == null ? 0 : found.bytes().length);
    }
  }

  /** Forgets those that were not wanted for longest. */
  private synchronized void keep(int more) {
    bytesKept += more;
    Iterator<Fetch> oldest = kept.values().iterator();
    while ((bytesKept > MOST_BYTES_KEPT || kept.size() > MOST_KEPT) && oldest.hasNext()) {
      Fetch next = oldest.next();
      if (next.future().isDone()) {
        Thumbnail gone = next.future().getNow(null);
        bytesKept -= gone == null ? 0 : gone.bytes().length;
        oldest.remove();
      }
    }
  }

  @Override
  public void close() {
    files.close();
    fetchers.shutdownNow();
  }
}
