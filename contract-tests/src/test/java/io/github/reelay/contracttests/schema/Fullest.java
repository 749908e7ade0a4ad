package io.github.reelay.contracttests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Readings that hold everything there can be, as they are written. */
final class Fullest {
  private static final URI URL = URI.create("https://example.com/a.mp4?signature=x");
  private static final Instant TIME = Instant.parse("2026-01-14T08:43:42.123456Z");
  private static final Finding FINDING =
      new Finding(Finding.Kind.UNDOCUMENTED_FIELD, "/foo", "the contract declares no such member");

  /** A succeeded task. */
  static final JsonNode TASK = json(task(new TaskState.Succeeded(video(), List.of(bareVideo()))));

  /** A failed task. */
  static final JsonNode FAILED_TASK =
      json(task(new TaskState.Failed(failure(FailureKind.VIDEO_MISSING, Origin.TASK))));

  /** A response without a task. */
  static final JsonNode NO_TASK =
      json(
          new QueryResult.Failed(
              "toapis",
              "task_1",
              failure(FailureKind.RATE_LIMITED, Origin.RELAY),
              List.of(FINDING)));

  private Fullest() {}

  private static QueryResult task(TaskState state) {
    return new QueryResult.Found(
        VideoTask.builder("toapis", "task_1", state)
            .reportedId("video_1")
            .providerStatus("completed")
            .progressPercent(100)
            .model("sora-2")
            .prompt("make animate")
            .createdAt(TIME)
            .updatedAt(TIME)
            .completedAt(TIME)
            .findings(List.of(FINDING))
            .build());
  }

  private static Video video() {
    return Video.at(URL)
        .thumbnailUrl(URL)
        .previewUrl(URL)
        .format("mp4")
        .duration(Duration.ofMillis(10_500))
        .size(352, 640)
        .expiresAt(TIME, true)
        .build();
  }

  private static Video bareVideo() {
    return Video.at(URL).build();
  }

  private static Failure failure(FailureKind kind, Origin origin) {
    return Failure.builder(kind, origin)
        .code("429")
        .message("Too many requests")
        .httpStatus(429)
        .requestId("request_1")
        .retryAfter(Duration.ofSeconds(30))
        .diagnosis("a sentence of ours")
        .build();
  }

  private static JsonNode json(QueryResult result) {
    return CanonicalSchema.json(CanonicalJson.line(result));
  }
}
