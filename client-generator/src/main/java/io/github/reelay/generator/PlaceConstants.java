package io.github.reelay.generator;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The constants of a mapping, one for each place, in the order in which they are used. */
final class PlaceConstants {
  private final UniqueNames names = new UniqueNames();
  private final List<Map<String, String>> all = new ArrayList<>();

  /**
   * Adds a constant and returns its name: that of the property, and of the value where the property
   * carries a second one.
   *
   * @param before what the name begins with
   * @param first whether it is the first of its property
   */
  String add(String before, ValuePlace place, boolean first) {
    String value = first || place.name() == null ? "" : "_AS_" + place.name().name();
    String name = names.add(before + JavaNames.constant(place.pointer()) + value);
    all.add(Map.of("name", name, "value", expression(place)));
    return name;
  }

  List<Map<String, String>> all() {
    return all;
  }

  private static String expression(ValuePlace place) {
    String pointer = JavaNames.literal(place.pointer());
    StringBuilder expression =
        new StringBuilder(
            place.name() == null
                ? "ValuePlace.unnamed(" + pointer + ")"
                : "ValuePlace.of(ValueName." + place.name().name() + ", " + pointer + ")");
    if (place.counts() != Counts.ALWAYS) {
      expression.append(".counting(Counts.").append(place.counts().name()).append(')');
    }
    if (!place.presentOn().isEmpty()) {
      expression.append(".presentOn(").append(statuses(place)).append(')');
    }
    if (place.unit() != null) {
      expression.append(".in(Unit.").append(place.unit().name()).append(')');
    }
    return expression.append(place.lastResort() ? ".asLastResort()" : "").toString();
  }

  private static String statuses(ValuePlace place) {
    return place.presentOn().stream()
        .sorted()
        .map(CanonicalStatus::name)
        .map(name -> "CanonicalStatus." + name)
        .collect(Collectors.joining(", "));
  }
}
