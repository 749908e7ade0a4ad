package io.github.reelay;

import io.github.reelay.download.DownloadListener;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.internal.LoggedCalls;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.TaskEvent;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the events of waits to the listener of a run and then to the run, and those of downloads to
 * the listener alone.
 */
final class RunEvents implements Flow.Subscriber<TaskEvent>, DownloadListener {
  private static final LoggedCalls CALLS =
      new LoggedCalls(System.getLogger(CollectListener.class.getName()), "the listener for");

  private final CollectListener listener;
  private final Consumer<TaskEvent> run;
  private final CompletableFuture<@Nullable Void> complete = new CompletableFuture<>();

  /**
   * Gets no event before it is subscribed to the watcher.
   *
   * @param run takes those of waits when the listener has had them
   */
  RunEvents(CollectListener listener, Consumer<TaskEvent> run) {
    this.listener = listener;
    this.run = run;
  }

  /** Done when the watcher has stopped and the listener has had all of its events. */
  CompletableFuture<@Nullable Void> complete() {
    return complete;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(TaskEvent event) {
    call(event);
    run.accept(event);
  }

  @Override
  public void onError(Throwable failed) {
    complete.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    complete.complete(null);
  }

  @Override
  public void started(TaskHandle handle, Path file) {
    call(new TaskEvent.DownloadStarted(handle, file));
  }

  @Override
  public void progress(TaskHandle handle, long bytes, long total) {
    call(new TaskEvent.DownloadProgress(handle, bytes, total));
  }

  @Override
  public void ended(DownloadOutcome outcome) {
    call(new TaskEvent.DownloadEnded(outcome));
  }

  private void call(TaskEvent event) {
    CALLS.run(event.handle(), () -> listener.on(event));
  }
}
