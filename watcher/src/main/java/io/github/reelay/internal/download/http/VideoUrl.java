package io.github.reelay.internal.download.http;

import io.github.reelay.task.Video;
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
 * @param finishedAt when its task ended, or was first seen to have ended
 */
public record VideoUrl(URI url, @Nullable Instant expiresAt, Instant finishedAt) {

  /** A URL that lives no longer than this is not begun with. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /**
   * The link that a task shows; null unless it has succeeded.
   *
   * @param seen when it was first seen so
   */
  public static @Nullable VideoUrl of(VideoTask task, Instant seen) {
    Video video = task.video();
    return video == null ? null : of(task, video, seen);
  }

  /** The link to one of the videos of a task that has succeeded. */
  public static VideoUrl of(VideoTask task, Video video, Instant seen) {
    return new VideoUrl(video.url(), video.expiresAt(), finishedAt(task, seen));
  }

  /** As the provider tells it, unless that cannot be: before the task was there, or in future. */
  private static Instant finishedAt(VideoTask task, Instant seen) {
    Instant told = task.completedAt();
    Instant created = task.createdAt() == null ? Instant.EPOCH : task.createdAt();
    boolean possible =
        told != null
            && told.isAfter(Instant.EPOCH)
            && !told.isBefore(created)
            && !told.isAfter(seen);
    return possible ? told : seen;
  }

  /** The host, for a sentence. */
  public String host() {
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
  }

  /** Whether the URL is known to die at once, if it is not dead. */
  public boolean expires(Instant now) {
    return isExpired(now.plus(MARGIN));
  }

  /** Whether the URL is known to be dead. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Leaves the URL out: it may be signed. */
  @Override
  public String toString() {
    return "VideoUrl[expiresAt=" + expiresAt + "]";
  }
}
