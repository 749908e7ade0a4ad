package io.github.reelay.spring;

import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes each {@link TaskEvent} but changes and progress, of which there are too many: a method
 * with {@code @EventListener} and a parameter such as {@link TaskEvent.Ended} hears of it.
 */
final class TaskEventPublisher implements TaskListener {
  private final ApplicationEventPublisher publisher;

  TaskEventPublisher(ApplicationEventPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void on(TaskEvent event) {
    if (isPublished(event.kind())) {
      publisher.publishEvent(event);
    }
  }

  private static boolean isPublished(TaskEvent.Kind kind) {
    return switch (kind) {
      case CHANGED, DOWNLOAD_PROGRESS -> false;
      case SUSPENDED, RESUMED, ENDED, DOWNLOAD_STARTED, DOWNLOAD_ENDED, FOLLOW_UP_FAILED -> true;
    };
  }
}
