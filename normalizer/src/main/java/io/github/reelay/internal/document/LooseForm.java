package io.github.reelay.internal.document;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies whose types no contract states: a value is taken as its name needs it, from a number
 * as well as from text. What it cannot be taken from is absent. An error is looked for in the task,
 * and at the top under the names that providers of this kind use.
 */
final class LooseForm implements BodyForm {
  private static final List<ValuePlace> TOP_ERRORS =
      List.of(
          ValuePlace.of(ValueName.FAILURE, "/error"),
          ValuePlace.of(ValueName.FAILURE_CODE, "/code"),
          ValuePlace.of(ValueName.FAILURE_MESSAGE, "/message"),
          ValuePlace.of(ValueName.FAILURE_MESSAGE, "/msg"));
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(?:\\.\\d{1,18})?");

  private final List<ValuePlace> errors = new ArrayList<>();
  private final PlaceTree task = new PlaceTree();
  private final PlaceTree error = new PlaceTree();

  /**
   * For one provider.
   *
   * @param places those of the task, relative to it
   */
  LooseForm(ProviderFacts facts, List<ValuePlace> places) {
    List<ValuePlace> reasons =
        places.stream().filter(LooseForm::isReason).map(place -> reason("", place)).toList();
    places.forEach(place -> task.add(JsonPointers.tokens(facts.envelope() + place.pointer())));
    errors.addAll(reasons);
    if (!facts.envelope().isEmpty()) {
      reasons.forEach(place -> errors.add(reason(facts.envelope(), place)));
    }
    errors.addAll(TOP_ERRORS);
    errors.forEach(place -> error.add(JsonPointers.tokens(place.pointer())));
  }

  private static boolean isReason(ValuePlace place) {
    return place.name() != null && place.name().text().startsWith("failure");
  }

  /** A reason counts in an error whatever the status is. */
  private static ValuePlace reason(String above, ValuePlace place) {
    return new ValuePlace(
        place.name(), above + place.pointer(), place.lastResort(), Counts.ALWAYS, null, Set.of());
  }

  @Override
  public @Nullable Object readTask(ContractReader in) {
    return task.read(in);
  }

  @Override
  public @Nullable Object readError(ContractReader in) {
    return error.read(in);
  }

  @Override
  public boolean handsAbsent() {
    return true;
  }

  @Override
  public List<ValuePlace> errorPlaces() {
    return errors;
  }

  @Override
  public void hand(ValuePlace place, @Nullable Object value, TaskValues values) {
    if (place.name() == null) {
      values.presence(place, value != null);
      return;
    }
    switch (place.name()) {
      case ID, OTHER_ID, INNER_ID, FAILURE_CODE -> values.scalar(place, scalar(value));
      case PROGRESS_PERCENT, VIDEO_WIDTH, VIDEO_HEIGHT -> values.integer(place, whole(value));
      case PROGRESS_FRACTION, VIDEO_DURATION -> values.number(place, decimal(value));
      case CREATED_AT, UPDATED_AT, COMPLETED_AT, EXPIRES_AT -> values.time(place, time(value));
      case FAILURE -> values.error(place, error(value));
      case FAILURE_REJECTED -> values.bool(place, value instanceof Boolean is ? is : null);
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
          values.text(place, text(value));
    }
  }

  /** Text or a number as it is written; null for anything else. */
  static @Nullable ScalarValue scalar(@Nullable Object value) {
    if (value instanceof String text) {
      return new ScalarValue(text, false);
    }
    return value instanceof Number ? ScalarValue.of(value) : null;
  }

  private static @Nullable String text(@Nullable Object value) {
    ScalarValue scalar = scalar(value);
    return scalar == null ? null : scalar.text();
  }

  /** A time; zero is how one is written that is not known yet. */
  private static @Nullable Timestamp time(@Nullable Object value) {
    ScalarValue scalar = scalar(value);
    Timestamp time = scalar == null ? null : Timestamp.of(scalar);
    return time == null || time.instant() == null ? null : time;
  }

  private static @Nullable Long whole(@Nullable Object value) {
    BigDecimal number = number(value);
    return number == null ? null : (Long) number.setScale(0, RoundingMode.FLOOR).longValue();
  }

  private static @Nullable Double decimal(@Nullable Object value) {
    BigDecimal number = number(value);
    if (number == null) {
      return null;
    }
    boolean percent = value instanceof String text && text.strip().endsWith("%");
    return (percent ? number.movePointLeft(2) : number).doubleValue();
  }

  /** A number, also as text and before a percent sign, of at most 18 digits before the point. */
  private static @Nullable BigDecimal number(@Nullable Object value) {
    String text = text(value);
    String plain = text == null ? "" : text.strip();
    if (plain.endsWith("%")) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
  }

  private static @Nullable ErrorValue error(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      return new ErrorValue(
          null,
          scalar(members.get("code")),
          text(members.get("message")),
          text(members.get("type")));
    }
    ScalarValue bare = scalar(value);
    return bare == null ? null : ErrorValue.ofBare(bare);
  }
}
