package io.github.reelay.benchmarks.cluster.process;

import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tasks that a replica submits itself, because no other process can open its database. */
final class OwnSubmissions {
  private static final long PERIOD_MILLIS = 50;

  private final ClusterWatcher watcher;
  private final LineFile accepted;
  private final int perSecond;
  private final Duration shortest;
  private final Duration longest;
  private final SplittableRandom random;
  private final long begin = System.nanoTime();
  private final long first;
  private long count;

  OwnSubmissions(ClusterWatcher watcher, Arguments arguments) throws IOException {
    this.watcher = watcher;
    this.accepted = new LineFile(Path.of(arguments.text("accepted")));
    this.perSecond = arguments.number("submit", 0);
    this.shortest = arguments.millis("shortest", 1_000);
    this.longest = arguments.millis("longest", 4_000);
    this.first = arguments.number("seed", 1) * 10_000_000L;
    this.random = new SplittableRandom(first);
  }

  void start() {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    thread.scheduleAtFixedRate(this::submit, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void submit() {
    long due = (System.nanoTime() - begin) / 1_000_000 * perSecond / 1_000;
    List<TaskHandle> some = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (; count < due; count++) {
      long life = random.nextLong(shortest.toMillis(), longest.toMillis());
      some.add(new TaskStory(first + count, now, life).handle());
    }
    if (!some.isEmpty()) {
      watcher.submitAll(some);
      accepted.add(some.stream().map(TaskHandle::id).collect(Collectors.joining("\n")));
    }
  }
}
