package io.github.reelay.internal.document;

import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places of the short form: {@code read}, where each value has one pointer or a list. */
final class ShortPlaces {
  private static final Map<String, ValueName> ALIASES =
      Map.of("progress", ValueName.PROGRESS_PERCENT);
  private static final List<String> NAMES =
      Arrays.stream(ValueName.values()).map(ValueName::text).toList();
  private static final Set<ValueName> REASONS =
      Set.of(ValueName.FAILURE, ValueName.FAILURE_CODE, ValueName.FAILURE_MESSAGE);

  private ShortPlaces() {}

  /**
   * The places in the order of the document.
   *
   * @throws IllegalArgumentException if a value does not exist, a place is no JSON Pointer, or
   *     {@code id}, {@code status} or {@code video.url} has none
   */
  static List<ValuePlace> of(SourceNode read) {
    List<ValuePlace> places = new ArrayList<>();
    read.members("JSON Pointers by value")
        .forEach(
            (name, pointers) -> {
              ValueName value = name(name, pointers);
              for (SourceNode each : pointers.elements()) {
                places.add(place(value, each));
              }
            });
    for (ValueName needed : List.of(ValueName.ID, ValueName.STATUS)) {
      if (places.stream().noneMatch(place -> place.name() == needed)) {
        throw read.wrong(
            "expected a place of "
                + needed.text()
                + ", such as '"
                + needed.text()
                + ": /"
                + needed.text()
                + "', found none");
      }
    }
    return shared(places);
  }

  private static ValueName name(String name, SourceNode at) {
    ValueName alias = ALIASES.get(name);
    ValueName value = alias != null ? alias : ValueName.of(name);
    if (value == null) {
      throw at.wrong(NearestName.refusal("one of the values", NAMES, name));
    }
    return value;
  }

  private static ValuePlace place(ValueName value, SourceNode at) {
    String written = at.text("a JSON Pointer such as /id");
    boolean last = written.endsWith("?");
    String pointer = pointer(at, last ? written.substring(0, written.length() - 1) : written);
    ValuePlace place = ValuePlace.of(value, pointer);
    return last ? place.asLastResort() : place;
  }

  /** A place of a URL and a reason has the URL after a success, and else the reason. */
  private static List<ValuePlace> shared(List<ValuePlace> places) {
    Set<String> urls = pointers(places, Set.of(ValueName.VIDEO_URL));
    Set<String> reasons = pointers(places, REASONS);
    return places.stream()
        .map(
            place -> {
              boolean reason = urls.contains(place.pointer()) && REASONS.contains(place.name());
              boolean url =
                  reasons.contains(place.pointer()) && place.name() == ValueName.VIDEO_URL;
              Counts when = url ? Counts.AFTER_SUCCESS : place.counts();
              return place.counting(reason ? Counts.UNLESS_SUCCEEDED : when);
            })
        .toList();
  }

  private static Set<String> pointers(List<ValuePlace> places, Set<ValueName> names) {
    Set<String> pointers = new HashSet<>();
    places.stream()
        .filter(place -> place.name() != null && names.contains(place.name()))
        .forEach(place -> pointers.add(place.pointer()));
    return pointers;
  }

  /**
   * The text, checked to be a JSON Pointer to something inside the task.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static String pointer(SourceNode at, String text) {
    boolean escaped = !text.replace("~0", "").replace("~1", "").contains("~");
    if (text.startsWith("/") && !text.endsWith("/") && escaped) {
      return text;
    }
    String meant = "/" + text.replace('.', '/').replaceAll("^[$/]+|/+$", "");
    throw at.wrong(
        "expected a JSON Pointer such as /data/url, found "
            + SourceNode.quoted(text)
            + (meant.length() > 1 && !meant.equals(text) ? "; did you mean " + meant + "?" : ""));
  }
}
