package io.github.reelay.internal.download.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What the text of an error says about a URL. Video hosts respond to an expired URL with different
 * status codes, but with similar codes and phrases in XML or JSON. The text may quote the signed
 * query, so it is not shown.
 *
 * @param text the first characters of the body
 */
record VideoHostErrorText(String text) {
  /** How much of a body is read. */
  static final int MOST = 8 * 1024;

  private static final Pattern JSON = Pattern.compile("(?s)(?:[{\\[\"]|null\\b).*");
  private static final Pattern XML_CODE = Pattern.compile("(?i)<Code>\\s*([\\w.-]{1,64})\\s*</");
  private static final Pattern JSON_CODE =
      Pattern.compile("(?i)\"(?:error_?)?(?:code|type|error)\"\\s*:\\s*\"([\\w.-]{1,64})\"");

  /** A subject and a word for expired, near each other in one sentence. */
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?i)\\b(?:request|url|link|signature|token|policy|ticket)\\b[^.<>\"{}]{0,40}?"
              + "(?<!not )(?<!n't )\\b(?:expired|out of date)\\b"
              + "|\\bexpired (?:request|url|link|signature|token|policy|ticket)\\b"
              + "|\u5df2\u8fc7\u671f|\u5df2\u5931\u6548"
              + "|\\bnot valid in the specified time frame\\b");

  /** Codes that some hosts use for every refusal, also for an expired URL. */
  private static final Set<String> DENIALS = Set.of("accessdenied", "authenticationfailed");

  private static final Pattern HTML = Pattern.compile("(?is)\\s*<(?:!doctype\\s+html|html)\\b.*");

  /**
   * The text of the first bytes of a body, inflated if they are gzip, which some hosts send
   * although the request does not accept it.
   */
  static VideoHostErrorText of(byte[] start) {
    byte[] plain = isGzip(start) ? inflated(start) : start;
    return new VideoHostErrorText(new String(plain, StandardCharsets.UTF_8));
  }

  static boolean isGzip(byte[] start) {
    return start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
  }

  private static byte[] inflated(byte[] start) {
    byte[] plain = new byte[MOST];
    int count = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(start))) {
      for (int read = 0; read >= 0 && count < MOST; count += Math.max(0, read)) {
        read = in.read(plain, count, MOST - count);
      }
    } catch (IOException cut) {
      // Only the first bytes are here, so the gzip stream ends early: what could be inflated is
      // used.
    }
    return Arrays.copyOf(plain, count);
  }

  /** Whether it says that the URL has expired. */
  boolean saysExpired() {
    return PHRASE.matcher(text).find() || hasCode(code -> code.contains("expired"));
  }

  /** Whether its code is one that video hosts also use for an expired URL. */
  boolean saysDenied() {
    return hasCode(DENIALS::contains);
  }

  boolean isHtml() {
    return HTML.matcher(text).matches();
  }

  /** Whether it begins like XML or HTML. */
  boolean isXml() {
    return start().startsWith("<");
  }

  /** Whether it begins like JSON. */
  boolean isJson() {
    return JSON.matcher(start()).matches();
  }

  private String start() {
    return text.replaceFirst("^\\uFEFF", "").stripLeading();
  }

  private boolean hasCode(Predicate<String> wanted) {
    return hasCode(XML_CODE.matcher(text), wanted) || hasCode(JSON_CODE.matcher(text), wanted);
  }

  private static boolean hasCode(Matcher codes, Predicate<String> wanted) {
    return codes
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
        .anyMatch(wanted);
  }

  /** Leaves the text out: it may quote a signed URL. */
  @Override
  public String toString() {
    return "VideoHostErrorText[" + text.length() + "]";
  }
}
