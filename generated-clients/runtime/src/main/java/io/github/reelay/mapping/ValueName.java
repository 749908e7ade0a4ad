package io.github.reelay.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A canonical value that a property of a response can carry, by the name that {@code x-reelay}
 * gives it. A name that many properties have is filled by the first of them that shows a value.
 */
public enum ValueName {
  /** The task's own id. */
  ID("id"),
  /** The task's own id under another name, for responses without {@link #ID}. */
  OTHER_ID("id.other"),
  /** The id that a part of the response repeats, with or without a prefix. */
  INNER_ID("id.inner"),
  /** The word that decides about the state. Each document has exactly one. */
  STATUS("status"),
  /** The word of a part of the response; noted if it is final and disagrees. */
  INNER_STATUS("status.inner"),
  /** A status text that distinguishes waiting from running while {@link #STATUS} does not. */
  FINER_STATUS("status.finer"),
  /** Progress from 0 to 100. */
  PROGRESS_PERCENT("progress.percent"),
  /** Progress from 0 to 1. */
  PROGRESS_FRACTION("progress.fraction"),
  /** The model's public name. */
  MODEL("model"),
  /** The prompt as the provider repeats it. */
  PROMPT("prompt"),
  /** When the task was created, in seconds or milliseconds, or as text. */
  CREATED_AT("createdAt"),
  /** When the task last changed; can share its property with {@link #COMPLETED_AT}. */
  UPDATED_AT("updatedAt"),
  /**
   * When the task ended, or its video was finished. On a property of {@link #UPDATED_AT} it counts
   * only once the task has ended.
   */
  COMPLETED_AT("completedAt"),
  /** When the URLs expire: in an array those of the element, outside of arrays those of all. */
  EXPIRES_AT("expiresAt"),
  /** A video's URL. Each document has at least one. */
  VIDEO_URL("video.url"),
  /** The URL of a still image of the video. */
  VIDEO_THUMBNAIL_URL("video.thumbnailUrl"),
  /** The URL of an animated preview of the video. */
  VIDEO_PREVIEW_URL("video.previewUrl"),
  /** The format of the video file, such as {@code mp4}; counts before {@code x-video-format}. */
  VIDEO_FORMAT("video.format"),
  /** The video's length, in seconds if no unit is documented. */
  VIDEO_DURATION("video.duration"),
  /** The video's width in pixels. */
  VIDEO_WIDTH("video.width"),
  /** The video's height in pixels. */
  VIDEO_HEIGHT("video.height"),
  /** Width and height in one text, such as {@code 1280x720}. */
  VIDEO_SIZE("video.size"),
  /** An error member: text, a number, or an object with code, message and type. */
  FAILURE("failure"),
  /** The code of a failure, next to the error member's own. */
  FAILURE_CODE("failure.code"),
  /** The reason of a failure in words, next to the error member's own. */
  FAILURE_MESSAGE("failure.message"),
  /** Whether the finished video was refused for its content. */
  FAILURE_REJECTED("failure.rejected");

  private static final ValueName[] ALL = values();

  private final String text;

  ValueName(String text) {
    this.text = text;
  }

  /** The name as documents write it, such as {@code video.url}. */
  public String text() {
    return text;
  }

  /** The name of that text; null if there is none. */
  public static @Nullable ValueName of(String text) {
    for (ValueName name : ALL) {
      if (name.text.equals(text)) {
        return name;
      }
    }
    return null;
  }
}
