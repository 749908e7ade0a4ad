package io.github.reelay.document;

import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of value, and which units, fit a canonical name. */
final class FittingKinds {
  private static final Set<ValueKind> TEXT = EnumSet.of(ValueKind.TEXT);
  private static final Set<ValueKind> ID = EnumSet.of(ValueKind.TEXT, ValueKind.SCALAR);
  private static final Set<ValueKind> AMOUNT =
      EnumSet.of(ValueKind.INTEGER, ValueKind.NUMBER, ValueKind.TEXT);
  private static final Set<ValueKind> TIME =
      EnumSet.of(ValueKind.TEXT_TIME, ValueKind.INTEGER_TIME, ValueKind.NUMBER_TIME);
  private static final Set<ValueKind> CODE =
      EnumSet.of(ValueKind.SCALAR, ValueKind.TEXT, ValueKind.INTEGER);

  private FittingKinds() {}

  static Set<ValueKind> of(ValueName name) {
    return switch (name) {
      case ID, OTHER_ID, INNER_ID -> ID;
      case PROGRESS_PERCENT, PROGRESS_FRACTION, VIDEO_DURATION -> AMOUNT;
      case CREATED_AT, UPDATED_AT, COMPLETED_AT, EXPIRES_AT -> TIME;
      case VIDEO_WIDTH, VIDEO_HEIGHT -> EnumSet.of(ValueKind.INTEGER);
      case FAILURE -> EnumSet.of(ValueKind.ERROR);
      case FAILURE_CODE -> CODE;
      case FAILURE_REJECTED -> EnumSet.of(ValueKind.BOOLEAN);
      case STATUS,
          INNER_STATUS,
          FINER_STATUS,
          MODEL,
          PROMPT,
          VIDEO_URL,
          VIDEO_THUMBNAIL_URL,
          VIDEO_PREVIEW_URL,
          VIDEO_FORMAT,
          VIDEO_SIZE,
          FAILURE_MESSAGE ->
          TEXT;
    };
  }

  /** The units in which that value can be documented; empty if it has none. */
  static Set<Unit> units(ValueName name) {
    return switch (name) {
      case CREATED_AT, UPDATED_AT, COMPLETED_AT, EXPIRES_AT, VIDEO_DURATION ->
          EnumSet.of(Unit.SECONDS, Unit.MILLISECONDS);
      case PROGRESS_PERCENT -> EnumSet.of(Unit.PERCENT);
      case PROGRESS_FRACTION -> EnumSet.of(Unit.FRACTION);
      case ID,
          OTHER_ID,
          INNER_ID,
          STATUS,
          INNER_STATUS,
          FINER_STATUS,
          MODEL,
          PROMPT,
          VIDEO_URL,
          VIDEO_THUMBNAIL_URL,
          VIDEO_PREVIEW_URL,
          VIDEO_FORMAT,
          VIDEO_WIDTH,
          VIDEO_HEIGHT,
          VIDEO_SIZE,
          FAILURE,
          FAILURE_CODE,
          FAILURE_MESSAGE,
          FAILURE_REJECTED ->
          EnumSet.noneOf(Unit.class);
    };
  }

  /** Every canonical name with commas between them, for a message. */
  static String names() {
    return Arrays.stream(ValueName.values()).map(ValueName::text).collect(Collectors.joining(", "));
  }

  /** The fitting kinds with {@code or} between them, for a message. */
  static String described(ValueName name) {
    return of(name).stream().map(FittingKinds::described).collect(Collectors.joining(" or "));
  }

  /** The kind in the words of a document, such as {@code type string with x-time}. */
  static String described(ValueKind kind) {
    return switch (kind) {
      case TEXT -> "type string";
      case INTEGER -> "type integer";
      case NUMBER -> "type number";
      case BOOLEAN -> "type boolean";
      case TEXT_TIME -> "type string with x-time";
      case INTEGER_TIME -> "type integer with x-time";
      case NUMBER_TIME -> "type number with x-time";
      case SCALAR -> "x-shape scalar";
      case ERROR -> "x-shape error";
      case ANY -> "no type";
      case OBJECT -> "an object";
      case ARRAY -> "an array";
    };
  }
}
