package io.github.reelay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.task.WebUrl;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical JSON: the keys in the order of docs/schema/video-task.schema.json, absent
 * instead of null, times in UTC as {@link java.time.Instant#toString} has them. What {@link
 * PrintableText} escapes is written as a JSON escape: the value is the same, and the line is fit
 * for a terminal. It holds URLs whole, signatures included, since they are the result.
 */
public final class CanonicalJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** With the same line ends on every machine. */
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private CanonicalJson() {}

  /** The reading on one line. */
  public static String line(QueryResult result) {
    return write(result, false);
  }

  /** The reading over several lines, indented by two blanks. */
  public static String pretty(QueryResult result) {
    return write(result, true);
  }

  private static String write(QueryResult result, boolean pretty) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      if (pretty) {
        json.setPrettyPrinter(PRETTY.createInstance());
      }
      json.writeStartObject();
      if (result instanceof QueryResult.Found found) {
        task(json, found.task());
      } else if (result instanceof QueryResult.Failed failed) {
        json.writeStringField("provider", failed.provider());
        text(json, "id", failed.id());
        failure(json, failed.failure());
      }
      findings(json, result.findings());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every character", impossible);
    }
    // Line ends stand between members only: those inside a text are escaped already.
    return text.toString().lines().map(PrintableText::of).collect(Collectors.joining("\n"));
  }

  private static void task(JsonGenerator json, VideoTask task) throws IOException {
    json.writeStringField("provider", task.provider());
    text(json, "id", task.id());
    text(json, "reportedId", task.reportedId());
    json.writeStringField("status", task.status().jsonName());
    text(json, "providerStatus", task.providerStatus());
    json.writeBooleanField("terminal", task.status().terminal());
    number(json, "progressPercent", task.progressPercent());
    text(json, "model", task.model());
    text(json, "prompt", task.prompt());
    text(json, "createdAt", task.createdAt());
    text(json, "updatedAt", task.updatedAt());
    text(json, "completedAt", task.completedAt());
    if (task.state() instanceof TaskState.Succeeded succeeded) {
      json.writeFieldName("video");
      video(json, succeeded.video());
      moreVideos(json, succeeded.more());
    }
    failure(json, task.failure());
  }

  private static void moreVideos(JsonGenerator json, List<Video> videos) throws IOException {
    if (videos.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("moreVideos");
    for (Video video : videos) {
      video(json, video);
    }
    json.writeEndArray();
  }

  private static void video(JsonGenerator json, Video video) throws IOException {
    json.writeStartObject();
    url(json, "url", video.location());
    url(json, "thumbnailUrl", video.thumbnail());
    url(json, "previewUrl", video.preview());
    text(json, "format", video.format());
    if (video.duration() != null) {
      json.writeNumberField("durationSeconds", seconds(video.duration()));
    }
    number(json, "width", video.width());
    number(json, "height", video.height());
    text(json, "expiresAt", video.expiresAt());
    if (video.expiryEstimated()) {
      json.writeBooleanField("expiryEstimated", true);
    }
    json.writeEndObject();
  }

  /** In decimal, so that 4.35 stays 4.35, and for any length. */
  private static double seconds(Duration length) {
    return BigDecimal.valueOf(length.getSeconds())
        .add(BigDecimal.valueOf(length.getNano(), 9))
        .doubleValue();
  }

  private static void failure(JsonGenerator json, @Nullable Failure failure) throws IOException {
    if (failure == null) {
      return;
    }
    json.writeObjectFieldStart("failure");
    json.writeStringField("kind", failure.kind().jsonName());
    json.writeStringField("origin", failure.origin().jsonName());
    text(json, "code", failure.code());
    text(json, "message", failure.message());
    number(json, "httpStatus", failure.httpStatus());
    text(json, "requestId", failure.requestId());
    json.writeStringField("retry", failure.retry().jsonName());
    if (failure.retryAfter() != null) {
      json.writeNumberField("retryAfterSeconds", failure.retryAfter().toSeconds());
    }
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("kind", finding.kind().jsonName());
      json.writeStringField("pointer", finding.pointer());
      json.writeStringField("detail", finding.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void url(JsonGenerator json, String name, @Nullable WebUrl url)
      throws IOException {
    text(json, name, url == null ? null : url.text());
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }
}
