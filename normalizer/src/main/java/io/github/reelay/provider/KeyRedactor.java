package io.github.reelay.provider;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some providers repeat the key in their responses: it is masked before any caller sees it, as it
 * is written, percent-encoded, escaped as JSON or as a JSON Pointer. What a task is queried and
 * fetched with stays: the id of the query, and URLs.
 */
final class KeyRedactor implements QueryResult.Visitor<QueryResult> {
  /** A shorter key may be part of any word, and is masked only where it is a word of its own. */
  private static final int SHORTEST_UNMISTAKABLE = 8;

  private static final String STARS = "***";

  private final String key;
  private final Pattern pattern;

  /** A mask for that key, which is printable ASCII and not empty. */
  KeyRedactor(String key) {
    this.key = key;
    // A match begins at the first of several backslashes: to try each would take their square.
    String each =
        forms(key.charAt(0), "(?<!\\\\)")
            + key.chars().skip(1).mapToObj(c -> forms(c, "")).collect(Collectors.joining());
    boolean mistakable = key.length() < SHORTEST_UNMISTAKABLE;
    this.pattern =
        Pattern.compile(mistakable ? "(?<![A-Za-z0-9])" + each + "(?![A-Za-z0-9])" : each);
  }

  /**
   * How a character can be written, escaped several times too, as a response that quotes one does.
   *
   * @param before what holds before the backslashes of an escape
   */
  private static String forms(int c, String before) {
    String hex = String.format(Locale.ROOT, "%02x", c);
    String forms = Pattern.quote(Character.toString(c));
    String escape = before + "\\\\++";
    forms += "|%(?:25)*(?i:" + hex + ")|" + escape + "u00(?i:" + hex + ")";
    return "(?:"
        + switch (c) {
          case '"' -> forms + "|" + escape + "\"";
          case '/' -> forms + "|" + escape + "/|~1";
          case '\\' -> forms + "|" + escape;
          case '~' -> forms + "|~0";
          default -> forms;
        }
        + ")";
  }

  /** The reading with the key masked in every text. */
  QueryResult apply(QueryResult result) {
    return result.accept(this);
  }

  // Each copy names every member of its record: a new member does not compile before it has a
  // place.

  @Override
  public QueryResult found(QueryResult.Found found) {
    return new QueryResult.Found(task(found.task()), response(found.response()));
  }

  @Override
  public QueryResult failed(QueryResult.Failed failed) {
    return new QueryResult.Failed(
        failed.provider(),
        failed.id(),
        failed.failure().withTexts(this::mask),
        findings(failed.findings()),
        response(failed.response()));
  }

  private @Nullable RecordedResponse response(@Nullable RecordedResponse response) {
    return response == null ? null : redacted(response);
  }

  /** The response with the key masked in headers and body. */
  RecordedResponse redacted(RecordedResponse response) {
    return new RecordedResponse(
        response.httpStatus(),
        headers(response.headers()),
        body(response.body()),
        response.observedAt());
  }

  private Map<String, List<String>> headers(Map<String, List<String>> headers) {
    Map<String, List<String>> masked = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> masked.put(mask(name), values.stream().map(this::mask).toList()));
    return Collections.unmodifiableMap(masked);
  }

  /** Byte by byte: the key is ASCII, and the body may have any encoding or none. */
  private byte[] body(byte[] body) {
    String bytes = new String(body, StandardCharsets.ISO_8859_1);
    String masked = mask(bytes);
    return masked.equals(bytes) ? body : masked.getBytes(StandardCharsets.ISO_8859_1);
  }

  private VideoTask task(VideoTask task) {
    return new VideoTask(
        task.provider(),
        task.id(),
        text(task.reportedId()),
        task.state().map(this::video, failure -> failure.withTexts(this::mask)),
        text(task.providerStatus()),
        task.progressPercent(),
        text(task.model()),
        text(task.prompt()),
        task.createdAt(),
        task.updatedAt(),
        task.completedAt(),
        findings(task.findings()));
  }

  private Video video(Video video) {
    return new Video(
        video.location(),
        video.thumbnail(),
        video.preview(),
        text(video.format()),
        video.duration(),
        video.width(),
        video.height(),
        video.expiresAt(),
        video.expiryEstimated());
  }

  private List<Finding> findings(List<Finding> findings) {
    for (Finding finding : findings) {
      if (!isWithout(finding.pointer()) || !isWithout(finding.detail())) {
        return findings.stream().map(this::finding).sorted(Finding.ORDER).toList();
      }
    }
    return findings;
  }

  private Finding finding(Finding finding) {
    return new Finding(finding.kind(), mask(finding.pointer()), mask(finding.detail()));
  }

  private @Nullable String text(@Nullable String text) {
    return text == null ? null : mask(text);
  }

  private String mask(String text) {
    return isWithout(text) ? text : pattern.matcher(text).replaceAll(STARS);
  }

  /** Nearly every text is: nothing in it could be escaped, and the key is not in it as it is. */
  private boolean isWithout(String text) {
    return text.indexOf('%') < 0
        && text.indexOf('\\') < 0
        && text.indexOf('~') < 0
        && !text.contains(key);
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "KeyRedactor";
  }
}
