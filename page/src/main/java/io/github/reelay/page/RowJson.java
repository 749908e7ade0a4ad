package io.github.reelay.page;

import io.github.reelay.contract.Finding;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.json.JsonWriter;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row for the browser: times in milliseconds, no URL, and each text of the provider as
 * {@link PageText} makes it.
 */
final class RowJson {
  private static final int MOST_FINDINGS = 20;

  private RowJson() {}

  static String of(TaskRow row) {
    JsonWriter json = JsonWriter.line();
    json.number("n", row.number);
    json.text("provider", row.handle.provider());
    json.text("id", PageText.of(row.handle.id(), 200));
    json.text("state", row.state());
    json.flag("open", row.isOpen());
    VideoTask task = row.task;
    boolean known = task != null && task.createdAt() != null;
    time(json, "since", known ? task.createdAt() : row.firstSeen);
    json.flag("sinceKnown", known);
    time(json, "next", row.nextQueryAt);
    time(json, "until", row.givenUpAt);
    time(json, "ended", row.endedAt);
    if (task != null) {
      task(json, task);
    }
    failure(json, row.failure != null ? row.failure : task == null ? null : task.failure());
    if (row.download != null) {
      row.download.write(json);
    }
    return json.end();
  }

  private static void task(JsonWriter json, VideoTask task) {
    json.number("progress", task.progressPercent());
    json.text("model", PageText.of(task.model(), 100));
    json.text("words", PageText.of(task.providerStatus(), 100));
    json.text("prompt", PageText.of(task.prompt()));
    time(json, "created", task.createdAt());
    time(json, "updated", task.updatedAt());
    time(json, "completed", task.completedAt());
    Video video = task.video();
    if (video != null) {
      video(json, video);
    }
    json.beginArray("findings");
    for (Finding finding : task.findings().stream().limit(MOST_FINDINGS).toList()) {
      json.beginObject();
      json.text("kind", finding.kind().jsonName());
      json.text("at", PageText.of(finding.pointer(), 200));
      json.text("detail", PageText.of(finding.detail()));
      json.endObject();
    }
    json.endArray();
  }

  private static void video(JsonWriter json, Video video) {
    json.flag("thumbnail", video.thumbnail() != null);
    json.text("format", PageText.of(video.format(), 40));
    json.number("seconds", video.duration() == null ? null : video.duration().toMillis() / 1e3);
    json.number("width", video.width());
    json.number("height", video.height());
    time(json, "expires", video.expiresAt());
    json.flag("estimated", video.expiryEstimated());
  }

  private static void failure(JsonWriter json, @Nullable Failure failure) {
    if (failure == null) {
      return;
    }
    json.beginObject("failure");
    json.text("kind", failure.kind().jsonName());
    json.text("code", PageText.of(failure.code(), 100));
    json.text("message", PageText.of(failure.message()));
    json.text("diagnosis", PageText.of(failure.diagnosis()));
    json.number("status", failure.httpStatus());
    json.text("request", PageText.of(failure.requestId(), 100));
    json.text("advice", FailureAdvice.of(failure));
    json.endObject();
  }

  static void time(JsonWriter json, String name, @Nullable Instant time) {
    json.number(name, time == null ? null : millis(time));
  }

  /** A provider can write a year that no number of milliseconds can hold. */
  static Long millis(Instant time) {
    long seconds =
        Math.max(-8_640_000_000_000L, Math.min(8_640_000_000_000L, time.getEpochSecond()));
    return seconds * 1_000 + time.getNano() / 1_000_000;
  }
}
