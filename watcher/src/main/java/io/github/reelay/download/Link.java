package io.github.reelay.download;

import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a video can be fetched.
 *
 * @param url as the provider wrote it
 * @param expiresAt when it dies; null if that is not known
 */
record Link(URI url, @Nullable Instant expiresAt) {

  /** A URL that lives no longer than this is not begun with. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /** The link that a task shows; null unless it has succeeded. */
  static @Nullable Link of(VideoTask task) {
    return task.state() instanceof TaskState.Succeeded done
        ? new Link(done.video().url(), done.video().expiresAt())
        : null;
  }

  /** Whether the URL is known to die at once, if it is not dead. */
  boolean dies(Instant now) {
    return isDead(now.plus(MARGIN));
  }

  /** Whether the URL is known to be dead. */
  boolean isDead(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Leaves the URL out: it may be signed. */
  @Override
  public String toString() {
    return "Link[expiresAt=" + expiresAt + "]";
  }
}
