package io.github.reelay.internal.download.http;

import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a video, and how long it is valid.
 *
 * @param url as the provider wrote it
 * @param expiresAt when it expires; null if that is not known
 * @param finishedAt when its task ended, or was first seen to have ended
 */
public record VideoUrl(URI url, @Nullable Instant expiresAt, Instant finishedAt) {

  /** A URL that expires within this time is not used for a new download. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /**
   * The URL that a task shows; null unless the task has succeeded.
   *
   * @param seen when it was first seen to have succeeded
   */
  public static @Nullable VideoUrl of(VideoTask task, Instant seen) {
    Video video = task.video();
    return video == null ? null : of(task, video, seen);
  }

  /** The URL of one of the videos of a task that was first seen to have succeeded then. */
  public static VideoUrl of(VideoTask task, Video video, Instant seen) {
    return new VideoUrl(video.url(), video.expiresAt(), finishedAt(task, seen));
  }

  /**
   * The end of the task as the provider reports it, unless it is before the task's creation or in
   * the future.
   */
  private static Instant finishedAt(VideoTask task, Instant seen) {
    Instant completed = task.completedAt();
    Instant created = task.createdAt() == null ? Instant.EPOCH : task.createdAt();
    boolean possible =
        completed != null
            && completed.isAfter(Instant.EPOCH)
            && !completed.isBefore(created)
            && !completed.isAfter(seen);
    return possible ? completed : seen;
  }

  /** The host, for a sentence. */
  public String host() {
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
  }

  /** Whether the URL is known to expire very soon, or to have expired. */
  public boolean expires(Instant now) {
    return isExpired(now.plus(MARGIN));
  }

  /** Whether the URL is known to have expired. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Leaves the URL out, because it may be signed. */
  @Override
  public String toString() {
    return "VideoUrl[expiresAt=" + expiresAt + "]";
  }
}
