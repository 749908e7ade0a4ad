package io.github.reelay.cli.terminal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the queries out of the URLs in a text, because the signature in a query is a secret. URLs
 * may be relative, escaped as in JSON, and percent-encoded as a part of another URL.
 */
final class UrlQueries {
  private static final String STARS = "***";

  /** Ends where a URL does, and where a string of JSON does. */
  private static final Pattern WORD = Pattern.compile("[^\\s\"<>]+");

  private static final Pattern QUERY = Pattern.compile("[?#]|\\\\u003[fF]|\\\\u0023|%3[fF]|%23");
  private static final Pattern SLASH = Pattern.compile("/|%2[fF]");
  private static final Pattern USER = Pattern.compile("(:(?:\\\\?/){2})[^/\\\\@]++@");

  /** The same, percent-encoded. */
  private static final Pattern ENCODED_USER =
      Pattern.compile("(%3[aA](?:%2[fF]){2})(?:(?!%2[fF]|%40)[^/@])++%40");

  private UrlQueries() {}

  /** The text with stars in place of each query, fragment and user. */
  static String masked(String text) {
    return WORD.matcher(text).replaceAll(UrlQueries::word);
  }

  private static String word(MatchResult found) {
    String word = USER.matcher(found.group()).replaceAll("$1" + STARS + "@");
    word = ENCODED_USER.matcher(word).replaceAll("$1" + STARS + "%40");
    Matcher query = QUERY.matcher(word);
    boolean signed = query.find() && SLASH.matcher(word).region(0, query.start()).find();
    return Matcher.quoteReplacement(signed ? word.substring(0, query.start()) + "?" + STARS : word);
  }
}
