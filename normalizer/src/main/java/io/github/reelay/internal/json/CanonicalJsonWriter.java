package io.github.reelay.internal.json;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of the canonical JSON: which there are for a task, a video and a failure, in the
 * order of the schema.
 */
public final class CanonicalJsonWriter implements QueryResult.Visitor<JsonWriter> {
  private final JsonWriter json;

  private CanonicalJsonWriter(JsonWriter json) {
    this.json = json;
  }

  /** Writes the result into the object that was begun last, and returns the writer. */
  public static JsonWriter write(JsonWriter json, QueryResult result) {
    return result.accept(new CanonicalJsonWriter(json));
  }

  @Override
  public JsonWriter found(QueryResult.Found found) {
    VideoTask task = found.task();
    json.text("provider", task.provider());
    json.text("id", task.id());
    json.text("reportedId", task.reportedId());
    json.text("status", task.status().jsonName());
    json.text("providerStatus", task.providerStatus());
    json.flag("terminal", task.status().terminal());
    json.number("progressPercent", task.progressPercent());
    json.text("model", task.model());
    json.text("prompt", task.prompt());
    json.text("createdAt", task.createdAt());
    json.text("updatedAt", task.updatedAt());
    json.text("completedAt", task.completedAt());
    if (task.state() instanceof TaskState.Succeeded succeeded) {
      json.beginObject("video");
      video(succeeded.video());
      moreVideos(succeeded.more());
    }
    failure(json, "failure", task.failure());
    findings(task.findings());
    return json;
  }

  @Override
  public JsonWriter failed(QueryResult.Failed failed) {
    json.text("provider", failed.provider());
    json.text("id", failed.id());
    failure(json, "failure", failed.failure());
    findings(failed.findings());
    return json;
  }

  private void moreVideos(List<Video> videos) {
    if (videos.isEmpty()) {
      return;
    }
    json.beginArray("moreVideos");
    for (Video video : videos) {
      json.beginObject();
      video(video);
    }
    json.endArray();
  }

  /** Writes the members of a video, and ends its object. */
  private void video(Video video) {
    json.text("url", video.location().text());
    json.text("thumbnailUrl", video.thumbnail() == null ? null : video.thumbnail().text());
    json.text("previewUrl", video.preview() == null ? null : video.preview().text());
    json.text("format", video.format());
    json.number("durationSeconds", video.duration() == null ? null : seconds(video.duration()));
    json.number("width", video.width());
    json.number("height", video.height());
    json.text("expiresAt", video.expiresAt());
    if (video.expiryEstimated()) {
      json.flag("expiryEstimated", true);
    }
    json.endObject();
  }

  /** In decimal, so that 4.35 stays 4.35; in all its digits where a double has too few of them. */
  private static Number seconds(Duration length) {
    BigDecimal exact =
        BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    double seconds = exact.doubleValue();
    if (BigDecimal.valueOf(seconds).compareTo(exact) == 0) {
      return seconds;
    }
    return exact;
  }

  /** Writes a failure as a member of that name; nothing if there is none. */
  public static void failure(JsonWriter json, String name, @Nullable Failure failure) {
    if (failure == null) {
      return;
    }
    json.beginObject(name);
    json.text("kind", failure.kind().jsonName());
    json.text("origin", failure.origin().jsonName());
    json.text("code", failure.code());
    json.text("message", failure.message());
    json.number("httpStatus", failure.httpStatus());
    json.text("requestId", failure.requestId());
    json.text("retry", failure.retry().jsonName());
    Duration retryAfter = failure.retryAfter();
    json.number("retryAfterSeconds", retryAfter == null ? null : (Long) retryAfter.toSeconds());
    json.endObject();
  }

  private void findings(List<Finding> findings) {
    json.beginArray("findings");
    for (Finding finding : findings) {
      json.beginObject();
      json.text("kind", finding.kind().jsonName());
      json.text("pointer", finding.pointer());
      json.text("detail", finding.detail());
      json.endObject();
    }
    json.endArray();
  }
}
