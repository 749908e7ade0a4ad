package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.document.ValueKind;
import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a response in one state: a value of its kind at each place that is known. */
final class MadeUpBody {
  /** A time that the sandbox replaces; it stands for seconds. */
  private static final int TIME = 1_764_140_400;

  private static final Set<CanonicalStatus> ENDED =
      EnumSet.of(CanonicalStatus.SUCCEEDED, CanonicalStatus.FAILED, CanonicalStatus.CANCELLED);

  private final ProviderFacts facts;
  private final CanonicalStatus status;
  private final String reason;
  private final Map<String, ValueKind> kinds;
  private final Map<String, @Nullable Object> root = new LinkedHashMap<>();
  private final Set<ValueName> filled = EnumSet.noneOf(ValueName.class);

  /**
   * A body of a task in that state.
   *
   * @param reason why it failed, if it did
   * @param kinds what the contract declares to be at a place; empty without one
   */
  MadeUpBody(
      ProviderFacts facts, CanonicalStatus status, String reason, Map<String, ValueKind> kinds) {
    this.kinds = kinds;
    this.facts = facts;
    this.status = status;
    this.reason = reason;
  }

  Map<String, @Nullable Object> root() {
    return root;
  }

  /** Puts a value at a place, if none of that name has been put anywhere else. */
  void fill(ValuePlace place) {
    ValueName name = place.name();
    Object value = name == null || filled.contains(name) ? null : value(name);
    if (name != null && value != null && counts(place)) {
      List<String> steps = JsonPointers.tokens(facts.envelope() + place.pointer());
      put(root, steps.get(0), steps.subList(1, steps.size()), fitting(place, value));
      filled.add(name);
    }
  }

  private boolean counts(ValuePlace place) {
    return switch (place.counts()) {
      case ALWAYS -> true;
      case AFTER_SUCCESS -> status == CanonicalStatus.SUCCEEDED;
      case UNLESS_SUCCEEDED -> status != CanonicalStatus.SUCCEEDED;
      case AFTER_END -> ENDED.contains(status);
    };
  }

  /** The same in the type and the unit that the contract declares. */
  private Object fitting(ValuePlace place, Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    boolean time = value.equals(TIME);
    ValueKind kind = kinds.get(place.pointer());
    if (kind == ValueKind.TEXT_TIME) {
      return Instant.ofEpochSecond(TIME).toString();
    }
    boolean length = place.name() == ValueName.VIDEO_DURATION;
    Number scaled =
        place.unit() == Unit.MILLISECONDS && (time || length) ? number.longValue() * 1000 : number;
    return kind == ValueKind.TEXT ? (Object) scaled.toString() : decimal(kind, scaled);
  }

  private static Number decimal(@Nullable ValueKind kind, Number number) {
    boolean decimal = kind == ValueKind.NUMBER || kind == ValueKind.NUMBER_TIME;
    return decimal ? (Number) number.doubleValue() : number;
  }

  /** What stands there in this state; null if nothing does. */
  private @Nullable Object value(ValueName name) {
    return switch (name) {
      case ID -> "task-1";
      case STATUS -> word();
      case PROGRESS_PERCENT -> ENDED.contains(status) ? 100 : 0;
      case PROGRESS_FRACTION -> ENDED.contains(status) ? 1.0 : 0.0;
      case MODEL -> "sandbox";
      case PROMPT -> "a test pattern";
      case CREATED_AT, UPDATED_AT -> TIME;
      case COMPLETED_AT -> ENDED.contains(status) ? (Object) TIME : null;
      case FAILURE, FAILURE_CODE, FAILURE_MESSAGE -> reason(name);
      case OTHER_ID, INNER_ID, INNER_STATUS, FINER_STATUS, FAILURE_REJECTED -> null;
      case EXPIRES_AT,
          VIDEO_URL,
          VIDEO_THUMBNAIL_URL,
          VIDEO_PREVIEW_URL,
          VIDEO_FORMAT,
          VIDEO_DURATION,
          VIDEO_WIDTH,
          VIDEO_HEIGHT,
          VIDEO_SIZE ->
          status == CanonicalStatus.SUCCEEDED ? video(name) : null;
    };
  }

  private String word() {
    List<String> words = facts.words().getOrDefault(status, List.of());
    return words.isEmpty() ? status.text() : words.get(0);
  }

  private @Nullable Object reason(ValueName name) {
    if (status != CanonicalStatus.FAILED) {
      return null;
    }
    return switch (name) {
      case FAILURE -> Map.of("code", "generation_failed", "message", reason);
      case FAILURE_CODE -> "generation_failed";
      default -> reason;
    };
  }

  private static @Nullable Object video(ValueName name) {
    return switch (name) {
      case EXPIRES_AT -> TIME;
      case VIDEO_URL -> "https://example.com/video.mp4";
      case VIDEO_THUMBNAIL_URL -> "https://example.com/thumbnail.jpg";
      case VIDEO_PREVIEW_URL -> "https://example.com/preview.gif";
      case VIDEO_FORMAT -> "mp4";
      case VIDEO_DURATION -> 3;
      case VIDEO_WIDTH -> 144;
      case VIDEO_HEIGHT -> 256;
      case VIDEO_SIZE -> "144x256";
      default -> null;
    };
  }

  /** Puts the value at the end of the steps; nothing, if something else stands in the way. */
  private static void put(Object holder, String step, List<String> rest, Object value) {
    boolean list = !rest.isEmpty() && rest.get(0).matches("\\*|\\d{1,2}");
    Object inner = rest.isEmpty() ? value : list ? new ArrayList<>() : new LinkedHashMap<>();
    Object there = holder instanceof List<?> elements ? element(elements, step, inner) : inner;
    if (holder instanceof Map<?, ?>) {
      there = member(holder, step, inner);
    }
    if (!rest.isEmpty() && (there instanceof Map || there instanceof List)) {
      put(there, rest.get(0), rest.subList(1, rest.size()), value);
    }
  }

  @SuppressWarnings("unchecked") // made here
  private static Object member(Object holder, String name, Object value) {
    Object before = ((Map<String, Object>) holder).putIfAbsent(name, value);
    return before == null ? value : before;
  }

  @SuppressWarnings("unchecked") // made here
  private static @Nullable Object element(List<?> holder, String step, Object value) {
    List<@Nullable Object> elements = (List<@Nullable Object>) holder;
    int index = step.equals("*") ? 0 : Integer.parseInt(step);
    while (elements.size() <= index) {
      elements.add(null);
    }
    if (elements.get(index) == null) {
      elements.set(index, value);
    }
    return elements.get(index);
  }
}
