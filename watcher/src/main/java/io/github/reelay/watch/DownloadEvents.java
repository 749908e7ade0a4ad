package io.github.reelay.watch;

import io.github.reelay.download.DownloadListener;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/** Makes what a download reports events of its task. */
record DownloadEvents(EventPublisher events) implements DownloadListener {

  @Override
  public void started(TaskHandle handle, Path file) {
    publish(new TaskEvent.DownloadStarted(handle, file));
  }

  @Override
  public void progress(TaskHandle handle, long bytes, long total) {
    publish(new TaskEvent.DownloadProgress(handle, bytes, total));
  }

  @Override
  public void ended(DownloadOutcome outcome) {
    publish(new TaskEvent.DownloadEnded(outcome));
  }

  private void publish(TaskEvent event) {
    events.put(event);
    events.flush();
  }
}
