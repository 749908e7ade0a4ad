package com.example.videodesk;

import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

// snippet:spring-stream
/** Sends the events of one task until its video is saved, or until it is known to have none. */
final class TaskStream {
  private final SseEmitter emitter = new SseEmitter(0L); // the task decides how long it takes

  SseEmitter emitter() {
    return emitter;
  }

  /** Called for one event at a time. A client that has gone away ends only its own stream. */
  void take(TaskEvent event) {
    try {
      emitter.send(SseEmitter.event().name(event.kind().name()).data(event));
      if (isLast(event)) {
        emitter.complete();
      }
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    }
  }

  /** Nothing follows but events that are on their way. */
  void endSoon() {
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(emitter::complete);
  }

  /** A wait that is stopped, as when the application shuts down, ends the stream too. */
  private static boolean isLast(TaskEvent event) {
    return switch (event.kind()) {
      case ENDED -> !hasVideo(((TaskEvent.Ended) event).outcome());
      case DOWNLOAD_ENDED, FOLLOW_UP_FAILED -> true;
      case CHANGED, SUSPENDED, RESUMED, DOWNLOAD_STARTED, DOWNLOAD_PROGRESS -> false;
    };
  }

  private static boolean hasVideo(Outcome outcome) {
    return outcome instanceof Outcome.Finished finished && finished.task().video() != null;
  }
}
// end
