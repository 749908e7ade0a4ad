package io.github.reelay;

import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The runs of one {@link Reelay} that are open. */
final class CollectRuns {
  private final ReelayContext context;
  private final Set<CollectRun> runs = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  CollectRuns(ReelayContext context) {
    this.context = context;
  }

  /**
   * Opens a run, and makes the directory of its videos if it is missing.
   *
   * @throws UncheckedIOException if the directory or the store file cannot be used
   * @throws IllegalStateException if {@link #endWaits} was called, as closing the client does
   */
  CollectRun open(CollectOptions options) {
    Path directory = options.directory();
    try {
      if (directory != null && !Files.isDirectory(directory)) {
        Files.createDirectories(directory);
      }
      return open(new CollectRun(context, options, store(options)));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable.getMessage(), unusable);
    }
  }

  private static HandleStore store(CollectOptions options) throws IOException {
    Path file = options.storeFile();
    if (file == null) {
      return HandleStore.none();
    }
    return options.warnings() == null
        ? JournalHandleStore.open(file)
        : JournalHandleStore.open(file, options.warnings());
  }

  private CollectRun open(CollectRun run) {
    runs.add(run);
    run.closed().whenComplete((none, failed) -> runs.remove(run));
    if (closed) {
      run.close();
      throw new IllegalStateException("expected an open client, found it closed");
    }
    return run;
  }

  /** Ends the waits of all open runs; no run can be opened afterwards. */
  void endWaits() {
    closed = true;
    runs.forEach(CollectRun::endWaits);
  }

  /** Done when all tasks of the runs that are open now have ended. */
  CompletableFuture<@Nullable Void> ended() {
    return CompletableFuture.allOf(
        runs.stream().map(CollectRun::ended).toArray(CompletableFuture<?>[]::new));
  }

  void close() {
    for (CollectRun run : List.copyOf(runs)) {
      try {
        run.close();
      } catch (UncheckedIOException broken) {
        // The caller that has the run closes it as well, and gets the same exception.
      }
    }
  }
}
