package io.github.reelay.cli.dialect;

import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.mapping.ValueName;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a member may be, by its name and by the form of its values. The constants are in the order
 * of the lines of a proposal.
 */
enum Guess {
  ID(ValueName.ID, "(task|request|generation|video|job)?_?id|uuid", Guess::isId),
  MODEL(ValueName.MODEL, "model(_?name)?", Guess::isText),
  PROMPT(ValueName.PROMPT, "prompt", Guess::isText),
  PROGRESS_PERCENT(
      ValueName.PROGRESS_PERCENT, "progress(_?(percent|percentage))?|percent", Guess::isPercent),
  PROGRESS_FRACTION(ValueName.PROGRESS_FRACTION, "progress(_?pct)?", Guess::isFraction),
  CREATED(
      ValueName.CREATED_AT,
      "creat(ed|e|ion)(_?(at|time|date))?|submit(ted)?_?(at|time)",
      Guess::isTime),
  UPDATED(ValueName.UPDATED_AT, "(last_?)?(update[d]?|modified)(_?(at|time))?", Guess::isTime),
  COMPLETED(
      ValueName.COMPLETED_AT, "(complete[d]?|finish(ed)?|end(ed)?)(_?(at|time))?", Guess::isTime),
  VIDEO(ValueName.VIDEO_URL, ".*", Guess::isVideoUrl),
  THUMBNAIL(
      ValueName.VIDEO_THUMBNAIL_URL,
      ".*(thumb|cover|poster|first_?frame|last_?frame).*",
      Guess::isUrl),
  DURATION(ValueName.VIDEO_DURATION, "(video_?)?(duration|seconds)", Guess::isLength),
  WIDTH(ValueName.VIDEO_WIDTH, "(video_?)?width", Guess::isLength),
  HEIGHT(ValueName.VIDEO_HEIGHT, "(video_?)?height", Guess::isLength),
  EXPIRES(ValueName.EXPIRES_AT, "expire[sd]?(_?(at|time))?", Guess::isTime),
  MESSAGE(
      ValueName.FAILURE_MESSAGE,
      "(fail(ure)?|error)_?(reason|message|msg|detail)|error|reason",
      Guess::isWords),
  CODE(ValueName.FAILURE_CODE, "(fail(ure)?|error)_?(code|type)", Guess::isScalar);

  private static final Pattern OTHER_URL =
      Pattern.compile(
          ".*(thumb|cover|poster|image|frame|gif|preview|callback|webhook|notify|input|reference|audio"
              + "|music|avatar|logo|status|poll|cancel|self|docs?).*");

  private final ValueName value;
  private final Pattern name;
  private final Predicate<Object> form;

  Guess(ValueName value, String name, Predicate<Object> form) {
    this.value = value;
    this.name = Pattern.compile(name);
    this.form = form;
  }

  ValueName value() {
    return value;
  }

  /**
   * Whether the member at a JSON Pointer may be it. All of its values have to fit; of times and of
   * the URL of a video one is enough, since others may not be known yet.
   */
  boolean fits(String pointer, List<Object> values) {
    String member = memberOf(pointer);
    boolean inError = pointer.matches("(?i).*/(error|failure)/[^/]*");
    if (inError && (this == MESSAGE || this == CODE)) {
      String wanted = this == MESSAGE ? "message|msg|detail|reason" : "code|type";
      return member.matches(wanted) && values.stream().allMatch(form);
    }
    if (inError || !name.matcher(member).matches()) {
      return false;
    }
    return switch (this) {
      case VIDEO ->
          !OTHER_URL.matcher(pointer.toLowerCase(Locale.ROOT)).matches()
              && values.stream().anyMatch(form);
      case CREATED, UPDATED, COMPLETED, EXPIRES -> values.stream().anyMatch(form);
      default -> values.stream().allMatch(form);
    };
  }

  /** The name of the member in lower case; of an array's element the name of the array. */
  static String memberOf(String pointer) {
    String plain = pointer.replaceAll("(/\\d+)+$", "");
    return plain.substring(plain.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isText(Object value) {
    return value instanceof String text && !text.isBlank();
  }

  private static boolean isScalar(Object value) {
    return isText(value) || value instanceof Number;
  }

  private static boolean isId(Object value) {
    return value instanceof String text ? text.matches("\\S{1,512}") : isWhole(value);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
  }

  private static boolean isWords(Object value) {
    return value instanceof String text && !isUrl(text);
  }

  private static boolean isUrl(Object value) {
    return value instanceof String text && text.strip().matches("(?i)https?://\\S+");
  }

  private static boolean isVideoUrl(Object value) {
    return isUrl(value);
  }

  private static boolean isLength(Object value) {
    return value instanceof Number number
        ? number.doubleValue() > 0
        : value instanceof String text && text.matches("\\d{1,6}(\\.\\d{1,6})?");
  }

  private static boolean isFraction(Object value) {
    return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1;
  }

  private static boolean isPercent(Object value) {
    return value instanceof String text
        ? text.strip().matches("\\d{1,3}(\\.\\d+)? ?%?")
        : isWhole(value) && ((Number) value).doubleValue() <= 100;
  }

  /**
   * A time of this century; where there is one, other values stand for a time that is not known
   * yet.
   */
  private static boolean isTime(Object value) {
    if (!isScalar(value) || (value instanceof Number number && number.doubleValue() < 1e8)) {
      return false;
    }
    ScalarValue written =
        value instanceof String text ? new ScalarValue(text, false) : ScalarValue.of(value);
    return Timestamp.of(written).instant() != null;
  }
}
