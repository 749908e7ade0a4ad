package io.github.reelay.benchmarks;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.download.Downloader;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** The service under test: it watches, downloads, and keeps what is open in a journal. */
final class SoakClient implements AutoCloseable {
  private static final int TASKS = 20_000;
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  /** Longer than the providers ever keep a response. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private static final RateLimit PACE = new RateLimit(1000, 64, true);

  /** With 20,000 tasks that run for this time, twenty end in a second. */
  private static final Duration LONGEST = Duration.ofSeconds(1000);

  private final SplittableRandom random = new SplittableRandom(1);
  private final Queue<TaskHandle> unfinished = new ConcurrentLinkedQueue<>();
  private final AtomicLong finished = new AtomicLong();
  private final AtomicLong interrupted = new AtomicLong();
  private final List<String> names;
  private final Path journal;
  private final Providers providers;
  private final Downloader downloader;
  private final HandleStore store;
  private final Watcher watcher;
  private final SoakLedger ledger;
  private final Path videos;
  private long added;

  SoakClient(Path folder, SoakProcess server, ExecutorService threads) throws IOException {
    names = List.copyOf(SoakResponses.dialects().keySet());
    videos = Files.createDirectory(folder.resolve("videos"));
    ledger = new SoakLedger(folder);
    providers = providers(server, threads);
    downloader =
        Downloader.builder(providers).allowPrivateAddresses(true).executor(threads).build();
    journal = folder.resolve("journal");
    store = JournalHandleStore.open(journal);
    watcher =
        Watcher.builder(providers)
            .rules(
                rules ->
                    rules
                        .withInterval(INTERVAL)
                        .withInitialDelay(INTERVAL)
                        .withTimeout(Duration.ofDays(1))
                        .withRateLimit(PACE))
            .executor(threads)
            .store(store)
            .listener(this::on)
            .whenFinished(this::save)
            .build();
  }

  private static Providers providers(SoakProcess server, ExecutorService threads) {
    List<Provider> all = new ArrayList<>();
    for (Dialect each : SoakResponses.dialects().values()) {
      all.add(
          Provider.builder(each)
              .baseUrl(server.baseUrl(each.profile().name()))
              .key(() -> "key")
              .executor(threads)
              .deadline(DEADLINE)
              .build());
    }
    return Providers.of(all);
  }

  private void on(TaskEvent event) {
    if (event instanceof TaskEvent.Ended ended) {
      if (ended.outcome() instanceof Outcome.Finished) {
        finished.incrementAndGet();
      } else if (!ended.outcome().isFinal()) {
        interrupted.incrementAndGet();
        unfinished.add(event.handle());
      }
    }
  }

  private CompletionStage<?> save(VideoTask task) {
    TaskHandle handle = Objects.requireNonNull(task.handle());
    return downloader
        .savingTo(videos)
        .apply(task)
        .thenAccept(all -> all.forEach(saved -> ledger.saved(handle, saved.file())));
  }

  /** Adds tasks until 20,000 are open, and again those whose wait ended before the task did. */
  void replenish() {
    boolean first = added == 0;
    List<TaskHandle> more = new ArrayList<>();
    while (added - finished.get() < TASKS) {
      long millis = first ? random.nextLong(LONGEST.toMillis()) : LONGEST.toMillis();
      SoakTask task = SoakTask.of(added, Duration.ofMillis(millis));
      TaskHandle handle = new TaskHandle(names.get((int) (added % names.size())), task.id());
      ledger.added(handle);
      more.add(handle);
      added++;
    }
    watcher.addAll(more);
    for (TaskHandle each = unfinished.poll(); each != null; each = unfinished.poll()) {
      watcher.add(each);
    }
  }

  /** How many tasks have ended whose video is not there (yet). */
  long withoutVideo() {
    return finished.get() - ledger.videos();
  }

  /** How many tasks were added, have ended, have a video, and had their wait taken up again. */
  String tasks() {
    return String.format(
        "%,d | %,d | %,d | %,d", added, finished.get(), ledger.videos(), interrupted.get());
  }

  /** Ends it, and counts the tasks that are neither in the journal nor have their video. */
  long lost() throws IOException {
    close();
    try (HandleStore again = JournalHandleStore.open(journal)) {
      return ledger.lost(again.handles());
    }
  }

  @Override
  public void close() throws IOException {
    watcher.close();
    downloader.close();
    providers.close();
    store.close();
    ledger.close();
  }
}
