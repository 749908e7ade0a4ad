package io.github.reelay.cluster;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A follow-up whose first run fails. */
final class UnstableFollowUp implements Function<VideoTask, CompletionStage<?>> {
  private final Queue<TaskHandle> done;
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  UnstableFollowUp(Queue<TaskHandle> done) {
    this.done = done;
  }

  int failed() {
    return failed.get();
  }

  @Override
  public CompletionStage<?> apply(VideoTask task) {
    if (runs.incrementAndGet() == 1) {
      failed.incrementAndGet();
      return CompletableFuture.failedStage(new IllegalStateException("the disk is full"));
    }
    done.add(task.handle());
    return CompletableFuture.completedStage(null);
  }
}
