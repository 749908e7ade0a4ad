package io.github.reelay.benchmarks;

import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.policy.RetryLimits;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A million watched tasks in virtual time: what they take in memory, whether any is queried too
 * early, and how evenly the queries come, after a restart and after a common 429.
 */
final class WatchScale {
  private static final int TASKS = 1_000_000;
  private static final int CHUNK = 10_000;
  private static final RateLimit UNLIMITED = new RateLimit(1_000_000_000, TASKS, true);
  private static final RetryLimits ENDLESS =
      RetryLimits.builder()
          .maxBadResponses(Integer.MAX_VALUE)
          .maxNotFound(Integer.MAX_VALUE)
          .build();

  private final int seconds;
  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  private final Traffic traffic;
  private final long started = System.nanoTime();
  private HandleStore store = HandleStore.none();
  private long used;

  private WatchScale(int seconds) {
    this.seconds = seconds;
    this.traffic = new Traffic(seconds);
  }

  public static void main(String[] arguments) throws IOException {
    System.out.printf("heap: at most %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    Path folder = Scratch.folder(arguments);
    resumed(folder.resolve("journal"));
    Scratch.remove(folder);
    documented();
    long good = restart();
    commonLimit();
    failing(good);
  }

  private static void resumed(Path file) throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      for (int i = 0; i < TASKS; i += CHUNK) {
        store.add(InMemoryProviders.handles(i, i + CHUNK));
      }
    }
    WatchScale scale = new WatchScale(600);
    try (HandleStore store = JournalHandleStore.open(file)) {
      scale.store = store;
      scale.watch(rules -> rules, (provider, id, at) -> InMemoryProviders.running(provider, id));
    }
    scale.report("resumed from a journal, paces as documented", 0);
  }

  private static void documented() {
    WatchScale scale = new WatchScale(3600);
    scale.watch(rules -> rules, (provider, id, at) -> InMemoryProviders.running(provider, id));
    scale.report("paces as documented", 0);
  }

  private static long restart() {
    WatchScale scale = new WatchScale(60);
    scale.watch(
        rules -> rules.withRateLimit(UNLIMITED),
        (provider, id, at) -> InMemoryProviders.running(provider, id));
    scale.report("restart without limits", 0);
    return scale.traffic.queries();
  }

  private static void commonLimit() {
    WatchScale scale = new WatchScale(120);
    long until = Duration.ofSeconds(60).toNanos();
    scale.watch(
        rules -> rules.withRateLimit(UNLIMITED),
        (provider, id, at) ->
            at < until
                ? InMemoryProviders.limited((until - at) / 1_000_000_000 + 1)
                : InMemoryProviders.running(provider, id));
    scale.report("common 429 without limits", 60);
  }

  private static void failing(long good) {
    WatchScale scale = new WatchScale(60);
    scale.watch(
        rules -> rules.withRateLimit(UNLIMITED).withRetryLimits(ENDLESS),
        (provider, id, at) -> InMemoryProviders.status(500));
    scale.report("every response fails", 0);
    System.out.printf(
        "  %.3f of the queries with good responses%n", scale.queries() / (double) good);
  }

  private long queries() {
    return traffic.queries();
  }

  /** Watches a million tasks that were all added at the beginning. */
  private void watch(UnaryOperator<PollingRules> change, InMemoryProviders.Script script) {
    InMemoryProviders served = new InMemoryProviders(time, TASKS, script, traffic);
    Providers providers = served.providers();
    UnaryOperator<PollingRules> rules =
        each -> change.apply(each.withTimeout(Duration.ofSeconds(seconds + 60)));
    WatcherBuilder builder =
        Watcher.builder(providers)
            .rules(rules)
            .scheduler(time)
            .store(store)
            .random(new SplittableRandom(7))
            .executor(Runnable::run);
    for (Provider each : providers.all()) {
      PollingRules own = rules.apply(PollingRules.of(each.dialect().profile()));
      builder.policy(each.name(), served.noting(PollingPolicy.of(own)));
    }
    try (Watcher watcher = builder.build()) {
      if (watcher.resume().isEmpty()) {
        add(watcher);
      }
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
      time.advance(Duration.ofSeconds(seconds));
    }
  }

  private static void add(Watcher watcher) {
    for (int i = 0; i < TASKS; i += CHUNK) {
      watcher.addAll(InMemoryProviders.handles(i, i + CHUNK));
    }
  }

  private void report(String what, int fromSecond) {
    System.out.printf(
        "| %s | %d MiB | %,d | %d | %.3f | %.0f s |%n",
        what,
        used,
        traffic.queries(),
        traffic.early(),
        traffic.peak(fromSecond, seconds),
        (System.nanoTime() - started) / 1e9);
  }
}
