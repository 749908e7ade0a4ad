package io.github.reelay.cli.saved;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One saved body, with what the options say about it. */
public final class SavedBody {
  /** One byte more than a body may have: enough to see that it is too large. */
  static final int READ_BYTES = (8 << 20) + 1;

  private final Dialect dialect;
  private final @Nullable String id;
  private final int httpStatus;
  private final Map<String, List<String>> headers;
  private final @Nullable Instant observedAt;

  /**
   * What the command line says about the body, not checked yet.
   *
   * @param id the id of the query; null if it is not given
   * @param httpStatus the status of the response; null for 200
   * @param headers its header lines
   * @param observedAt when it came; null if it is not given
   */
  public record Options(
      @Nullable String id,
      @Nullable String httpStatus,
      List<String> headers,
      @Nullable String observedAt) {}

  /**
   * Checks the options before anything is read.
   *
   * @throws UsageException if one of them is unfit
   */
  public SavedBody(Dialect dialect, Options options) {
    if (options.id() != null && options.id().isEmpty()) {
      throw new UsageException("expected an id that is not empty at --id, found an empty one");
    }
    this.dialect = dialect;
    this.id = options.id();
    this.httpStatus = status(options.httpStatus());
    this.headers = headers(options.headers());
    this.observedAt = time(options.observedAt());
  }

  /**
   * What the provider's dialect reads in the body.
   *
   * @throws UsageException if the input cannot be read
   */
  public QueryResult read(Input input) {
    byte[] body = input.bytes();
    RecordedResponse response = new RecordedResponse(httpStatus, headers, body, observedAt);
    return dialect.read(dialect.profile().name(), id, response);
  }

  private static int status(@Nullable String text) {
    if (text == null) {
      return 200;
    }
    if (!text.matches("[1-9][0-9][0-9]")) {
      throw new UsageException(
          "expected an HTTP status from 100 to 999 at --http-status, found '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static Map<String, List<String>> headers(List<String> lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw new UsageException(
            "expected a name, a colon and a value at --header, such as 'Retry-After: 30', found"
                + " something else"); // unquoted: a saved header may hold a key
      }
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException notATime) {
      throw new UsageException(
          "expected a time such as 2026-01-14T08:43:42Z at --observed-at, found '" + text + "'");
    }
  }
}
