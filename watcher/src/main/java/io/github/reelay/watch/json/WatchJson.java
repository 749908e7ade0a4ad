package io.github.reelay.watch.json;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.internal.json.JsonObject;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;

/**
 * Writes and reads the canonical JSON of an outcome, an event and the end of a download, each on
 * one line. The keys stand in the order of the schemas; what is not known is absent, never null.
 * Query results inside have the form of {@link io.github.reelay.json.CanonicalJson}: URLs are
 * written whole, signatures included.
 *
 * <pre>{@code
 * String line = WatchJson.line(outcome);
 * Outcome same = WatchJson.readOutcome(line);
 * }</pre>
 *
 * <p>What is read equals what was written, but for what is not written: the response of a query
 * result, {@link io.github.reelay.failure.Failure#diagnosis} and {@link
 * io.github.reelay.failure.Failure#deniesTask}, and of the failure of a follow-up everything but
 * its class and its message. Members that the schemas do not have are ignored.
 *
 * <p>All methods that read throw an {@link IllegalArgumentException} for another text, also for a
 * kind that only a newer version knows. Its message is one sentence that names the JSON Pointer,
 * what was expected there and the type that was found; or, where members contradict each other,
 * what the constructor of the record says.
 */
public final class WatchJson {
  /** Where the JSON Schema of an outcome stands on the class path. */
  public static final String OUTCOME_SCHEMA = "/io/github/reelay/watch/json/outcome.schema.json";

  /** Where the JSON Schema of an event stands on the class path; it refers to the other two. */
  public static final String EVENT_SCHEMA = "/io/github/reelay/watch/json/task-event.schema.json";

  /** Where the JSON Schema of the end of a download stands on the class path. */
  public static final String DOWNLOAD_SCHEMA =
      "/io/github/reelay/watch/json/download-outcome.schema.json";

  private WatchJson() {}

  /** How the wait for a task ended, on one line without a line break. */
  public static String line(Outcome outcome) {
    return WatchJsonWriter.line(outcome);
  }

  /** An event, on one line without a line break. */
  public static String line(TaskEvent event) {
    return WatchJsonWriter.line(event);
  }

  /** How a download ended, on one line without a line break. */
  public static String line(DownloadOutcome download) {
    return WatchJsonWriter.line(download);
  }

  /**
   * Reads what {@link #line(Outcome)} wrote.
   *
   * @throws IllegalArgumentException if the text is no outcome
   */
  public static Outcome readOutcome(String json) {
    return WatchJsonReader.outcome(JsonObject.parse(json));
  }

  /**
   * Reads what {@link #line(TaskEvent)} wrote.
   *
   * @throws IllegalArgumentException if the text is no event
   */
  public static TaskEvent readEvent(String json) {
    return WatchJsonReader.event(JsonObject.parse(json));
  }

  /**
   * Reads what {@link #line(DownloadOutcome)} wrote.
   *
   * @throws IllegalArgumentException if the text is no end of a download
   */
  public static DownloadOutcome readDownload(String json) {
    return WatchJsonReader.download(JsonObject.parse(json));
  }
}
