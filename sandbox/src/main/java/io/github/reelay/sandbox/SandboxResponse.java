package io.github.reelay.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One HTTP response of the sandbox: a documented one ({@link Sandbox#example}) or one of your own,
 * for {@link Sandbox#enqueue}.
 *
 * @param status the HTTP status, 200 to 599
 * @param headers names and values to send, besides the length and the date
 * @param body the bytes to send; empty for none. The array is not copied: it must not change
 */
public record SandboxResponse(int status, Map<String, String> headers, byte[] body) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+");

  /** Checks the status and copies the headers. */
  public SandboxResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("expected a status from 200 to 599, found " + status);
    }
    headers = Map.copyOf(headers);
    headers.forEach(SandboxResponse::check);
    Objects.requireNonNull(body, "body");
  }

  /**
   * A response with the content type of JSON. The text is sent as it is: it need not be JSON.
   *
   * @param status the HTTP status, 200 to 599
   * @param body the text of the body
   */
  public static SandboxResponse json(int status, String body) {
    return text(status, "application/json", body);
  }

  /**
   * A response with an HTML page, as gateways send them.
   *
   * @param status the HTTP status, 200 to 599
   * @param body the text of the page
   */
  public static SandboxResponse html(int status, String body) {
    return text(status, "text/html; charset=utf-8", body);
  }

  static SandboxResponse text(int status, String type, String body) {
    return new SandboxResponse(
        status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same response with one more header, or with another value for it.
   *
   * @param name the header's name, ignoring case
   * @param value one line
   * @return a new response
   */
  public SandboxResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.keySet().removeIf(name::equalsIgnoreCase);
    more.put(name, value);
    return new SandboxResponse(status, more, body);
  }

  /**
   * The body as UTF-8 text.
   *
   * @return the text; empty without a body
   */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static void check(String name, String value) {
    if (!TOKEN.matcher(name).matches() || value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "expected a header name of letters, digits and dashes and a value of one line, found the"
              + " header '"
              + name
              + "'");
    }
  }

  /** Names the status and the size, never the content. */
  @Override
  public String toString() {
    return "SandboxResponse[status=" + status + ", bytes=" + body.length + "]";
  }
}
