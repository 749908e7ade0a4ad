package io.github.reelay.page;

import io.github.reelay.contract.PrintableText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of a provider as the page may show it: printable, cut, of each URL the scheme and the host
 * alone, and of each path no query, because these may be signed.
 */
final class PageText {
  private static final int LONGEST = 600;
  private static final Pattern SLASHES = Pattern.compile("//|\\\\/\\\\/|(?i:%2f){2}");
  private static final Pattern URL =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]{1,15})(:|%3a)(?://|\\\\/\\\\/|%2f%2f)([^\\s\"'<>]+)");
  private static final Pattern QUERY = Pattern.compile("(/[^\\s\"'<>?#/]*+)[?#][^\\s\"'<>]+");
  private static final Pattern HOST = Pattern.compile("(?:[^@/?#\\\\%]*@)?([^/?#\\\\%]*)(.*)");

  private PageText() {}

  /** The text, cut after 600 characters; null for null. */
  static @Nullable String of(@Nullable String text) {
    return of(text, LONGEST);
  }

  /** The text, cut after that many characters; null for null. */
  static @Nullable String of(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    // Cut only after the URLs are shortened: one that is cut would no longer look like one.
    String start = text.length() > 20 * longest ? text.substring(0, 20 * longest) : text;
    // A scheme may be any word, so that the expression is slow where there is no URL.
    String hosts =
        SLASHES.matcher(start).find()
            ? URL.matcher(start).replaceAll(found -> shortened(found.group(1), found.group(3)))
            : start;
    String shown = PrintableText.of(QUERY.matcher(hosts).replaceAll("$1?…"));
    return shown.length() <= longest ? shown : shown.substring(0, end(shown, longest)) + "…";
  }

  private static String shortened(String scheme, String rest) {
    Matcher parts = HOST.matcher(rest);
    String host = parts.matches() ? parts.group(1) : "";
    boolean whole = parts.matches() && parts.group(2).isEmpty();
    return Matcher.quoteReplacement(
        scheme + "://" + host.replaceAll("[^A-Za-z0-9.:_\\[\\]-]", "") + (whole ? "" : "/…"));
  }

  /** Does not cut a character in half. */
  private static int end(String text, int longest) {
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }
}
