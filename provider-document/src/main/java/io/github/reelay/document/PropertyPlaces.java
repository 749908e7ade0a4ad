package io.github.reelay.document;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a property says of the canonical values that it carries. */
final class PropertyPlaces {
  private static final String LAST_RESORT = "?";

  private final Map<CanonicalStatus, List<String>> words;

  /**
   * For one document.
   *
   * @param words what its status words mean
   */
  PropertyPlaces(Map<CanonicalStatus, List<String>> words) {
    this.words = words;
  }

  /**
   * The places of a property.
   *
   * @param schema the property
   * @param named what names its values: its own {@code x-reelay}, or the one that a reference gives
   *     it
   * @param kind what it is declared to be
   * @param pointer where it stands in the task
   */
  List<ValuePlace> of(MergedSchema schema, Node named, ValueKind kind, String pointer) {
    Map<ValueName, Boolean> names = names(named);
    CanonicalStatus[] presentOn = presentOn(schema.keyword("x-present-on"));
    if (names.isEmpty()) {
      checkNoUnit(schema);
      return presentOn.length == 0
          ? List.of()
          : List.of(ValuePlace.unnamed(pointer).presentOn(presentOn));
    }
    List<ValuePlace> places = new ArrayList<>();
    names.forEach(
        (name, lastResort) -> {
          checkKind(named, name, kind);
          ValuePlace place = ValuePlace.of(name, pointer).counting(counts(name, names));
          Unit unit = unit(schema.keyword("x-unit"), name);
          if (places.isEmpty()) { // a property is looked at once, whatever it carries
            place = unit == null ? place : place.in(unit);
            place = place.presentOn(presentOn);
          }
          places.add(lastResort ? place.asLastResort() : place);
        });
    return places;
  }

  /** The names in an {@code x-reelay}, and whether each is a last resort. */
  static Map<ValueName, Boolean> names(Node named) {
    Map<ValueName, Boolean> names = new LinkedHashMap<>();
    if (named.exists()) {
      for (String text : named.textOrTexts("a name or a list of names")) {
        boolean lastResort = text.endsWith(LAST_RESORT);
        ValueName name = ValueName.of(lastResort ? text.substring(0, text.length() - 1) : text);
        if (name == null) {
          throw named.wrong("one of " + FittingKinds.names(), "'" + text + "'");
        }
        if (lastResort && name != ValueName.VIDEO_URL) {
          throw named.wrong("a last resort for video.url only", "'" + text + "'");
        }
        names.put(name, lastResort);
      }
    }
    return names;
  }

  private static void checkKind(Node named, ValueName name, ValueKind kind) {
    if (!FittingKinds.of(name).contains(kind)) {
      throw named.wrong(
          "%s for %s".formatted(FittingKinds.described(name), name.text()),
          FittingKinds.described(kind));
    }
  }

  private static void checkNoUnit(MergedSchema schema) {
    if (schema.has("x-unit")) {
      throw schema.keyword("x-unit").wrong("x-reelay with it", "none");
    }
  }

  private static Counts counts(ValueName name, Map<ValueName, Boolean> names) {
    boolean reasonAndUrl =
        names.containsKey(ValueName.VIDEO_URL) && names.containsKey(ValueName.FAILURE_MESSAGE);
    boolean changeAndEnd =
        names.containsKey(ValueName.UPDATED_AT) && names.containsKey(ValueName.COMPLETED_AT);
    return switch (name) {
      case VIDEO_URL -> reasonAndUrl ? Counts.AFTER_SUCCESS : Counts.ALWAYS;
      case FAILURE_MESSAGE -> reasonAndUrl ? Counts.UNLESS_SUCCEEDED : Counts.ALWAYS;
      case COMPLETED_AT -> changeAndEnd ? Counts.AFTER_END : Counts.ALWAYS;
      default -> Counts.ALWAYS;
    };
  }

  private static @Nullable Unit unit(Node written, ValueName name) {
    if (!written.exists()) {
      return null;
    }
    Unit unit = Unit.of(written.text());
    if (unit == null || !FittingKinds.units(name).contains(unit)) {
      String fitting =
          FittingKinds.units(name).stream().map(Unit::text).collect(Collectors.joining(" or "));
      throw written.wrong(
          fitting.isEmpty() ? "no unit of " + name.text() : fitting + " for " + name.text());
    }
    return unit;
  }

  private CanonicalStatus[] presentOn(Node written) {
    return written.exists()
        ? written.texts("a list of status words").stream()
            .map(word -> meaning(written, word))
            .distinct()
            .toArray(CanonicalStatus[]::new)
        : new CanonicalStatus[0];
  }

  private CanonicalStatus meaning(Node written, String word) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                written.wrong(
                    words.values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.joining(", ", "words of x-means: ", "")),
                    "'" + word + "'"));
  }
}
