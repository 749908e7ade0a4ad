package io.github.reelay.benchmarks.peers;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A watcher of tasks that are all due at any time: none ends, and none is spared. */
final class WatcherLoad implements Load {
  private static final int IN_FLIGHT = 64;

  private final Providers providers;
  private final String provider;
  private final int tasks;

  WatcherLoad(Provider provider, int tasks) {
    this.providers = Providers.of(List.of(provider));
    this.provider = provider.name();
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return "watcher, " + tasks + " tasks due";
  }

  @Override
  public AutoCloseable begin(Counts counts) {
    Watcher watcher =
        Watcher.builder(providers)
            .rules(
                rules ->
                    rules
                        .withInterval(Duration.ZERO)
                        .withRateLimit(new RateLimit(1_000_000_000, IN_FLIGHT, false)))
            .policy(
                provider,
                context -> {
                  counts.count(context.last() instanceof QueryResult.Found);
                  return new PollDecision.PollAgain(Duration.ZERO);
                })
            .build();
    watcher.addAll(
        IntStream.range(0, tasks).mapToObj(i -> new TaskHandle(provider, "task_" + i)).toList());
    return watcher;
  }
}
