package io.github.reelay.benchmarks.cluster;

import io.github.reelay.benchmarks.cluster.process.TaskStory;
import io.github.reelay.cluster.ClusterException;
import io.github.reelay.cluster.ClusterTasks;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Submits tasks from a process that is no replica, and notes what was accepted. */
final class Submitter {
  private final ConcurrentLinkedQueue<TaskHandle> accepted = new ConcurrentLinkedQueue<>();
  private final SplittableRandom random = new SplittableRandom(7);
  private final ClusterTasks tasks;
  private final long shortest;
  private final long longest;
  private final Thread thread;
  private volatile boolean stopped;
  private long count;

  /** Begins to submit that many tasks a second; each runs for a random time between both. */
  Submitter(ClusterTasks tasks, int perSecond, Duration shortest, Duration longest) {
    this.tasks = tasks;
    this.shortest = shortest.toMillis();
    this.longest = longest.toMillis();
    this.thread = new Thread(() -> run(perSecond), "submitter");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(int perSecond) {
    long begin = System.nanoTime();
    try {
      while (!stopped) {
        long due = (System.nanoTime() - begin) / 1_000_000 * perSecond / 1_000;
        submit((int) Math.min(due - count, 5_000));
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Submits that many tasks; tries again every half second while the database is away. */
  void submit(int many) throws InterruptedException {
    List<TaskHandle> some = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (int number = 0; number < many; number++) {
      long life = shortest == longest ? shortest : random.nextLong(shortest, longest);
      some.add(new TaskStory(count++, now, life).handle());
    }
    while (!some.isEmpty()) {
      try {
        tasks.submitAll(some);
        accepted.addAll(some);
        return;
      } catch (ClusterException away) {
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }

  /** Ends when what it has begun is accepted. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  List<TaskHandle> accepted() {
    return List.copyOf(accepted);
  }
}
