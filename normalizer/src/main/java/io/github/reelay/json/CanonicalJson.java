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
 * Writes and reads the canonical JSON: the keys in the order of its schema ({@link #SCHEMA}),
 * absent instead of null, times in UTC as {@link java.time.Instant#toString} has them. What {@link
 * PrintableText} escapes is written as a JSON escape: the value is the same, and the line is fit
 * for a terminal. It holds URLs whole, signatures included, since they are the result.
 */
public final class CanonicalJson {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Where the JSON Schema stands on the class path, as in {@code
   * CanonicalJson.class.getResource(CanonicalJson.SCHEMA)}.
   */
  public static final String SCHEMA = "/io/github/reelay/json/video-task.schema.json";

  /** With the same line ends on every machine. */
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private CanonicalJson() {}

  /** The task on one line. */
  public static String line(VideoTask task) {
    return write(new QueryResult.Found(task), false);
  }

  /** The task over several lines, indented by two blanks. */
  public static String pretty(VideoTask task) {
    return write(new QueryResult.Found(task), true);
  }

  /**
   * Reads what {@link #line(QueryResult)} or {@link #pretty(QueryResult)} wrote. The result equals
   * the one that was written, but for what is not written: its response, and {@link
   * Failure#diagnosis} and {@link Failure#deniesTask} of a failure. Members that the schema does
   * not have are ignored.
   *
   * @throws IllegalArgumentException if the text is no canonical JSON; the message names the JSON
   *     Pointer, what was expected there and the type that was found, and no value
   */
  public static QueryResult read(String json) {
    return CanonicalJsonReader.result(JsonObject.parse(json));
  }

  /**
   * Reads a task; see {@link #read}.
   *
   * @throws IllegalArgumentException if the text is no canonical JSON or shows no task
   */
  public static VideoTask readTask(String json) {
    return CanonicalJsonReader.task(JsonObject.parse(json));
  }

  /** The query result on one line. */
  public static String line(QueryResult result) {
    return write(result, false);
  }

  /** The query result over several lines, indented by two blanks. */
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
      switch (result.kind()) {
        case FOUND -> task(json, result.taskOrThrow());
        case FAILED -> failed(json, (QueryResult.Failed) result);
      }
      findings(json, result.findings());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every character", impossible);
    }
    // Line ends stand between members only: those inside a text are escaped already.
    return text.toString().lines().map(PrintableText::of).collect(Collectors.joining("\n"));
  }

  private static void failed(JsonGenerator json, QueryResult.Failed failed) throws IOException {
    json.writeStringField("provider", failed.provider());
    text(json, "id", failed.id());
    failure(json, failed.failure());
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
    duration(json, video.duration());
    number(json, "width", video.width());
    number(json, "height", video.height());
    text(json, "expiresAt", video.expiresAt());
    if (video.expiryEstimated()) {
      json.writeBooleanField("expiryEstimated", true);
    }
    json.writeEndObject();
  }

  /** In decimal, so that 4.35 stays 4.35; in all its digits where a double has too few of them. */
  private static void duration(JsonGenerator json, @Nullable Duration length) throws IOException {
    if (length == null) {
      return;
    }
    BigDecimal exact =
        BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    double seconds = exact.doubleValue();
    if (BigDecimal.valueOf(seconds).compareTo(exact) == 0) {
      json.writeNumberField("durationSeconds", seconds);
    } else {
      json.writeNumberField("durationSeconds", exact);
    }
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
