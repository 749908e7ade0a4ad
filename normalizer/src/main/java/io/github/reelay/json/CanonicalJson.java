package io.github.reelay.json;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.json.CanonicalJsonReader;
import io.github.reelay.internal.json.CanonicalJsonWriter;
import io.github.reelay.internal.json.JsonObject;
import io.github.reelay.internal.json.JsonWriter;
import io.github.reelay.task.VideoTask;

/**
 * Writes and reads the canonical JSON: the keys in the order of its schema ({@link #SCHEMA}),
 * absent instead of null, times in UTC as {@link java.time.Instant#toString} has them. What {@link
 * PrintableText} escapes is written as a JSON escape: the value is the same, and the line is fit
 * for a terminal. It holds URLs whole, signatures included, since they are the result.
 *
 * <pre>{@code
 * String line = CanonicalJson.line(task);
 * VideoTask same = CanonicalJson.readTask(line);
 * }</pre>
 */
public final class CanonicalJson {
  /**
   * Where the JSON Schema stands on the class path, as in {@code
   * CanonicalJson.class.getResource(CanonicalJson.SCHEMA)}.
   */
  public static final String SCHEMA = "/io/github/reelay/json/video-task.schema.json";

  private CanonicalJson() {}

  /** The task on one line, without a line end. */
  public static String line(VideoTask task) {
    return line(new QueryResult.Found(task));
  }

  /** The task over several lines, indented by two blanks. */
  public static String pretty(VideoTask task) {
    return pretty(new QueryResult.Found(task));
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

  /** The query result on one line, without a line end. */
  public static String line(QueryResult result) {
    return write(JsonWriter.line(), result);
  }

  /** The query result over several lines, indented by two blanks. */
  public static String pretty(QueryResult result) {
    return write(JsonWriter.pretty(), result);
  }

  private static String write(JsonWriter json, QueryResult result) {
    return CanonicalJsonWriter.write(json, result).end();
  }
}
