package io.github.reelay.benchmarks;

import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.policy.RetryLimits;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * How long after its due time a query is sent, in real time and without limits: each task is
 * queried every ten seconds, gets its response immediately, and the tasks are spread evenly over
 * them.
 */
final class PunctualityScale {
  private static final int ROUNDS = 3;
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final RateLimit UNLIMITED = new RateLimit(1_000_000_000, 1_000_000, false);
  private static final RetryLimits STILL = RetryLimits.builder().jitter(0).build();

  private PunctualityScale() {}

  public static void main(String[] arguments) throws InterruptedException {
    int measured = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
    for (int tasks : new int[] {10_000, 100_000, 200_000, 300_000, 400_000, 500_000}) {
      run(tasks, measured);
    }
  }

  private static void run(int tasks, int measured) throws InterruptedException {
    try (Scheduler time = Scheduler.ofSystem()) {
      Lateness lateness = new Lateness();
      InMemoryProviders providers =
          new InMemoryProviders(
              time, tasks, (provider, id, at) -> InMemoryProviders.running(provider, id), lateness);
      try (Watcher watcher = builder(providers).scheduler(time).executor(Runnable::run).build()) {
        add(watcher, providers, time, tasks);
        pause(time, INTERVAL.multipliedBy(2));
        for (int round = 0; round < ROUNDS; round++) {
          lateness.begin();
          pause(time, Duration.ofSeconds(measured));
          System.out.println(lateness.row(tasks, measured));
        }
      }
    }
  }

  private static WatcherBuilder builder(InMemoryProviders inMemory) {
    Providers providers = inMemory.providers();
    UnaryOperator<PollingRules> rules =
        each ->
            each.withInterval(INTERVAL)
                .withInitialDelay(INTERVAL)
                .withTimeout(Duration.ofHours(1))
                .withRateLimit(UNLIMITED)
                .withRetryLimits(STILL);
    WatcherBuilder builder = Watcher.builder(providers).rules(rules);
    for (Provider each : providers.all()) {
      PollingRules own = rules.apply(PollingRules.of(each.dialect().profile()));
      builder.policy(each.name(), inMemory.noting(PollingPolicy.of(own)));
    }
    return builder;
  }

  /** Adds tasks of different ages, so that their first queries are spread over an interval. */
  private static void add(Watcher watcher, InMemoryProviders providers, Scheduler time, int tasks) {
    long interval = INTERVAL.toNanos();
    for (int i = 0; i < tasks; i++) {
      long age = (long) (interval * ((i * 0.618_033_988_75) % 1));
      providers.allow(i, time.nanoTime() + interval - age);
      watcher.add(InMemoryProviders.handle(i), time.clock().instant().minusNanos(age));
    }
  }

  private static void pause(Scheduler time, Duration duration) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    time.schedule(over::countDown, time.nanoTime() + duration.toNanos());
    over.await(10, TimeUnit.MINUTES);
  }
}
