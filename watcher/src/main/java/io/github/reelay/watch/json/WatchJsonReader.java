package io.github.reelay.watch.json;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.internal.json.CanonicalJsonReader;
import io.github.reelay.internal.json.JsonObject;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;

/** Reads what {@link WatchJsonWriter} writes. */
final class WatchJsonReader {
  private static final String OUTCOME = "outcome";

  private WatchJsonReader() {}

  static Outcome outcome(JsonObject json) {
    return switch (json.oneOf("kind", Outcome.Kind.values(), Names::of)) {
      case FINISHED -> new Outcome.Finished(found(json));
      case UNFINISHED ->
          new Outcome.Unfinished(
              handle(json), json.has("lastResult") ? found(json) : null, nextQueryAt(json));
      case REFUSED -> refused(json);
      case UNREACHABLE -> new Outcome.Unreachable(failed(json));
    };
  }

  private static Outcome.Refused refused(JsonObject json) {
    QueryResult.Failed failed = failed(json);
    boolean unknown = json.flag("taskUnknown");
    if (unknown && failed.failure().kind() != FailureKind.NOT_FOUND) {
      throw json.expected("false, unless the failure is a not-found", "taskUnknown");
    }
    return new Outcome.Refused(failed, unknown);
  }

  static TaskEvent event(JsonObject json) {
    return switch (json.oneOf("kind", TaskEvent.Kind.values(), Names::of)) {
      case CHANGED ->
          new TaskEvent.Changed(
              handle(json), CanonicalJsonReader.result(json.requiredObject("result")));
      case SUSPENDED ->
          new TaskEvent.Suspended(outcome(json.requiredObject(OUTCOME)), nextQueryAt(json));
      case RESUMED -> new TaskEvent.Resumed(handle(json));
      case ENDED -> new TaskEvent.Ended(outcome(json.requiredObject(OUTCOME)));
      case DOWNLOAD_STARTED -> new TaskEvent.DownloadStarted(handle(json), file(json));
      case DOWNLOAD_PROGRESS -> {
        long total = json.has("total") ? bytes(json, "total") : -1;
        yield new TaskEvent.DownloadProgress(handle(json), bytes(json, "bytes"), total);
      }
      case DOWNLOAD_ENDED -> new TaskEvent.DownloadEnded(download(json.requiredObject("download")));
      case FOLLOW_UP_FAILED ->
          new TaskEvent.FollowUpFailed(outcome(json.requiredObject(OUTCOME)), thrown(json));
    };
  }

  static DownloadOutcome download(JsonObject json) {
    return json.has("failure")
        ? notSaved(json)
        : new DownloadOutcome.Saved(
            handle(json),
            file(json),
            bytes(json, "bytes"),
            json.requiredText("sha256"),
            json.flag("alreadyThere"));
  }

  private static DownloadOutcome.NotSaved notSaved(JsonObject json) {
    JsonObject failure = json.requiredObject("failure");
    return new DownloadOutcome.NotSaved(
        handle(json),
        file(json),
        new DownloadFailure(
            failure.oneOf("kind", DownloadFailureKind.values(), DownloadFailureKind::jsonName),
            failure.requiredText("message"),
            failure.integer("httpStatus", 100, 999),
            failure.has("provider")
                ? CanonicalJsonReader.failure(failure.requiredObject("provider"))
                : null));
  }

  private static Throwable thrown(JsonObject json) {
    if (json.has("download")) {
      return new NotSavedException(notSaved(json.requiredObject("download")));
    }
    JsonObject failure = json.requiredObject("failure");
    return new RecordedException(failure.requiredText("type"), failure.text("message"));
  }

  private static QueryResult.Found found(JsonObject json) {
    QueryResult result = lastResult(json);
    if (result instanceof QueryResult.Found found) {
      return found;
    }
    throw json.expected("a result that shows the task", "lastResult");
  }

  private static QueryResult.Failed failed(JsonObject json) {
    QueryResult result = lastResult(json);
    if (result instanceof QueryResult.Failed failed) {
      return failed;
    }
    throw json.expected("a result that shows no task", "lastResult");
  }

  private static QueryResult lastResult(JsonObject json) {
    QueryResult result = CanonicalJsonReader.result(json.requiredObject("lastResult"));
    if (!handle(json).equals(result.handle())) {
      throw json.expected("a result of the task at handle", "lastResult");
    }
    return result;
  }

  private static TaskHandle handle(JsonObject json) {
    String text = json.requiredText("handle");
    try {
      return TaskHandle.parse(text);
    } catch (IllegalArgumentException noHandle) {
      throw json.expected("a handle such as toapis:task_123", "handle");
    }
  }

  private static Instant nextQueryAt(JsonObject json) {
    Instant time = json.time("nextQueryAt");
    if (time == null) {
      throw json.expected("a time such as 2026-01-14T08:43:42Z", "nextQueryAt");
    }
    return time;
  }

  private static Path file(JsonObject json) {
    String text = json.requiredText("file");
    try {
      return Path.of(text);
    } catch (InvalidPathException noPath) {
      throw json.expected("a path of this system", "file");
    }
  }

  private static long bytes(JsonObject json, String name) {
    Long bytes = json.whole(name, 0, Long.MAX_VALUE);
    if (bytes == null) {
      throw json.expected("a whole number of zero or more", name);
    }
    return bytes;
  }
}
