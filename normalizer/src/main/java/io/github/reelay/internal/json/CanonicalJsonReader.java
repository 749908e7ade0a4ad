package io.github.reelay.internal.json;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.task.WebUrl;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CanonicalJsonWriter} writes. */
public final class CanonicalJsonReader {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private CanonicalJsonReader() {}

  /**
   * The query result that an object shows.
   *
   * @throws IllegalArgumentException if a member is missing or has another form
   */
  public static QueryResult result(JsonObject json) {
    if (json.has("status")) {
      return new QueryResult.Found(task(json));
    }
    Failure failure = failure(json, Origin.RELAY, Origin.TRANSPORT);
    return new QueryResult.Failed(provider(json), json.text("id"), failure, findings(json));
  }

  /**
   * The task that an object shows.
   *
   * @throws IllegalArgumentException if a member is missing or has another form
   */
  public static VideoTask task(JsonObject json) {
    TaskState state = state(json);
    return VideoTask.builder(provider(json), json.text("id"), state)
        .reportedId(json.text("reportedId"))
        .providerStatus(json.text("providerStatus"))
        .progressPercent(json.integer("progressPercent", 0, 100))
        .model(json.text("model"))
        .prompt(json.text("prompt"))
        .createdAt(json.time("createdAt"))
        .updatedAt(json.time("updatedAt"))
        .completedAt(json.time("completedAt"))
        .findings(findings(json))
        .build();
  }

  private static String provider(JsonObject json) {
    String name = json.requiredText("provider");
    if (!TaskHandle.isProviderName(name)) {
      throw json.expected(
          "a provider name of lower-case letters, digits, dots, hyphens and underscores",
          "provider");
    }
    return name;
  }

  private static TaskState state(JsonObject json) {
    TaskStatus status = json.oneOf("status", TaskStatus.values(), TaskStatus::jsonName);
    return switch (status) {
      case QUEUED -> new TaskState.Queued();
      case RUNNING -> new TaskState.Running();
      case SUCCEEDED -> succeeded(json);
      case FAILED -> new TaskState.Failed(failure(json, Origin.TASK));
      case CANCELLED -> new TaskState.Cancelled();
      case EXPIRED -> new TaskState.Expired();
      case UNKNOWN -> new TaskState.Unknown();
    };
  }

  private static TaskState succeeded(JsonObject json) {
    List<Video> more = new ArrayList<>();
    for (JsonObject video : json.objects("moreVideos")) {
      more.add(video(video));
    }
    return new TaskState.Succeeded(video(json.requiredObject("video")), more);
  }

  private static Video video(JsonObject json) {
    boolean estimated = json.flag("expiryEstimated");
    if (estimated && !json.has("expiresAt")) {
      throw json.expected("the time of an estimated expiry", "expiresAt");
    }
    WebUrl location = url(json, "url");
    if (location == null) {
      throw json.expected("text", "url");
    }
    return new Video(
        location,
        url(json, "thumbnailUrl"),
        url(json, "previewUrl"),
        json.text("format"),
        duration(json),
        json.integer("width", 1, Integer.MAX_VALUE),
        json.integer("height", 1, Integer.MAX_VALUE),
        json.time("expiresAt"),
        estimated);
  }

  private static @Nullable WebUrl url(JsonObject json, String name) {
    String text = json.text(name);
    WebUrl url = text == null ? null : Urls.usableTrimmed(text);
    if (text != null && url == null) {
      throw json.expected("an absolute http or https URL", name);
    }
    return url;
  }

  /** To the nanosecond, of which at least one must be left. */
  private static @Nullable Duration duration(JsonObject json) {
    BigDecimal seconds = json.number("durationSeconds");
    if (seconds == null) {
      return null;
    }
    boolean fits =
        seconds.compareTo(LONGEST) <= 0 && seconds.compareTo(new BigDecimal("1e-9")) >= 0;
    if (!fits) {
      throw json.expected("a length above zero", "durationSeconds");
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.DOWN);
    BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.HALF_UP);
    return Duration.ofSeconds(whole.longValueExact()).plusNanos(nanos.longValueExact());
  }

  /** The failure of a result or a task, which only those origins can have. */
  private static Failure failure(JsonObject json, Origin... possible) {
    JsonObject failure = json.requiredObject("failure");
    failure.oneOf("origin", possible, Origin::jsonName);
    return failure(failure);
  }

  /**
   * The failure that an object shows.
   *
   * @throws IllegalArgumentException if a member is missing or has another form
   */
  public static Failure failure(JsonObject json) {
    Origin origin = json.oneOf("origin", Origin.values(), Origin::jsonName);
    Integer httpStatus = json.integer("httpStatus", 100, 999);
    if ((httpStatus == null) != (origin == Origin.TRANSPORT)) {
      throw json.expected("an HTTP status exactly where there was a response", "httpStatus");
    }
    Long retryAfter = json.whole("retryAfterSeconds", 0, Long.MAX_VALUE);
    FailureKind kind = json.oneOf("kind", kinds(origin), FailureKind::jsonName);
    Retry retry = json.oneOf("retry", Retry.values(), Retry::jsonName);
    if (retryAfter != null && retry == Retry.NO) {
      throw json.expected("no wait where another query cannot help", "retryAfterSeconds");
    }
    return Failure.builder(kind, origin)
        .code(json.text("code"))
        .message(json.text("message"))
        .httpStatus(httpStatus)
        .requestId(json.text("requestId"))
        .retry(retry)
        .retryAfter(retryAfter == null ? null : Duration.ofSeconds(retryAfter))
        .build();
  }

  private static FailureKind[] kinds(Origin origin) {
    return Arrays.stream(FailureKind.values())
        .filter(kind -> kind.canComeFrom(origin))
        .toArray(FailureKind[]::new);
  }

  private static List<Finding> findings(JsonObject json) {
    List<Finding> findings = new ArrayList<>();
    for (JsonObject finding : json.objects("findings")) {
      findings.add(
          new Finding(
              finding.oneOf("kind", Finding.Kind.values(), Finding.Kind::jsonName),
              finding.requiredText("pointer"),
              finding.requiredText("detail")));
    }
    return findings;
  }
}
