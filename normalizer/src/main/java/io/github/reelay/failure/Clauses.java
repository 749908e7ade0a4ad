package io.github.reelay.failure;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A message in clauses, so that a phrase is judged by the words next to it: "content moderation
 * timed out" and "case-sensitive" are no verdict on content.
 */
final class Clauses {
  private static final int LONGEST = 4096;
  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final Pattern END = Pattern.compile("[.,;!?\\n]+(?:\\s+|$)|[。，；！？、]");
  private static final Pattern COLON = Pattern.compile(":\\s+|：");

  /** Words that look like a phrase of the table and speak of something else. */
  private static final Pattern OTHER_SENSE =
      Pattern.compile(
          "[a-z]-sensitive|\\b(?:case|time|latency|order|context|whitespace|accent|locale|price"
              + "|cost|position|performance|throughput|delay|security|no|not|without|non) sensitive"
              + "|sensitive to\\b"
              + "|(?:正在|等待|待|排队|进入|提交|需要?)(?:人工)?[审審]核(?!.*[未不拒驳])"
              + "|[审審]核(?:中|排队|进行)(?!.*[未不拒驳])"
              + "|(?<![未没有无法不能])[审審]核已?通过|已经?通过[审審]核");

  /** Words that say that a check did not work, or found nothing. */
  private static final Pattern NO_VERDICT =
      Pattern.compile(
          "\\bbusy\\b|overloaded|unreachable|\\btime(?:d)?[ -]?out|not respond|no response"
              + "|(?:temporarily|currently|service|system|moderation|filter|checker|check|policy)"
              + "[a-z ]{0,16}unavailable|internal (?:server )?error|rate limit|exception"
              + "|(?:service|system|server|api|endpoint|backend|checker|filter|check|moderation)"
              + "(?: has| is| was)? (?:failed|failure|crashed|down|error|errored|disabled|offline)"
              + "\\b|failed to (?:respond|load|connect|run|call|reach)"
              + "|could not (?:be )?(?:reach|connect|load|call)"
              + "|(?<!not )\\bpassed (?:the |our |all )?(?:content|safety|moderation)"
              + "|(?:unable to (?:reach|connect to|call)|waiting for) (?:the )?"
              + "(?:content|moderation|safety|policy)"
              + "|繁忙|超时|超時|不可用|故障|出错|出錯|无响应"
              + "|(?:服务|服務|接口|系统|系統)[^未不违敏]{0,6}(?:失败|失敗|错误|錯誤)");

  /** Words that stand next to a verdict as well: a status that is passed on, an advice. */
  private static final Pattern HINT = Pattern.compile("\\b50[0-4]\\b|异常|異常|稍后|稍候");

  /** Words that make a verdict of a clause with a hint. */
  private static final Pattern VERDICT =
      Pattern.compile(
          "violat(?:es?|ed|ion)\\b|\\bflagged\\b|违反|違反|[未不][^，]{0,2}通过|未通過"
              + "|(?:[包内]?含有?|存在|涉及|涉嫌|检测到|檢測到)[^，]{0,12}(?:敏感|违规|違規|违禁|違禁)"
              + "|(?:内容|图片|視頻|视频|提示词|文本)违规|违规内容(?![检审识])");

  private Clauses() {}

  /** Whether a clause of the message that may be a verdict fits. */
  static boolean any(String message, Predicate<String> fits) {
    String start = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    String text = URL.matcher(start.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return END.splitAsStream(text).anyMatch(clause -> any(COLON.split(clause), fits));
  }

  /** What stands after a colon says how it went, so it is looked at with what stands before. */
  private static boolean any(String[] parts, Predicate<String> fits) {
    for (int i = 0; i < parts.length; i++) {
      String outcome = i + 1 < parts.length ? parts[i] + " " + parts[i + 1] : parts[i];
      if (!saysNothing(outcome) && fits.test(OTHER_SENSE.matcher(parts[i]).replaceAll(" "))) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysNothing(String outcome) {
    return NO_VERDICT.matcher(outcome).find()
        || (HINT.matcher(outcome).find() && !VERDICT.matcher(outcome).find());
  }

  /** Whether the clause holds the phrase, not within a longer word of letters before it. */
  static boolean holds(String clause, String phrase) {
    String plain = blanks(clause);
    String wanted = blanks(phrase.toLowerCase(Locale.ROOT)).strip();
    for (int at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
      if (at == 0 || !isLatin(plain.charAt(at - 1)) || !isLatin(wanted.charAt(0))) {
        return true;
      }
    }
    return false;
  }

  private static String blanks(String text) {
    return text.replace('_', ' ').replace('-', ' ').replaceAll("\\s+", " ");
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
