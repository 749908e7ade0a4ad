package com.example.videodesk;

import io.github.reelay.watch.TaskEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

// snippet:spring-events
@Component
class VideoLog {
  private static final Logger LOG = LoggerFactory.getLogger(VideoLog.class);

  @EventListener
  void ended(TaskEvent.Ended event) {
    LOG.info("{} ended: {}", event.handle(), event.outcome().kind());
  }

  @EventListener
  void downloaded(TaskEvent.DownloadEnded event) {
    LOG.info("{} is at {}", event.handle(), event.outcome().file());
  }
}
// end
