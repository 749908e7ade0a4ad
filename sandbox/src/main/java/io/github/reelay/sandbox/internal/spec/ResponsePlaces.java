package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the body of a response holds which value, as the provider's document says. */
public final class ResponsePlaces {
  private final Map<String, Set<ValueName>> byPointer = new HashMap<>();

  private ResponsePlaces() {}

  /** The places of a document, from the top of the body. */
  public static ResponsePlaces of(ProviderFacts facts, List<ValuePlace> places) {
    ResponsePlaces all = new ResponsePlaces();
    for (ValuePlace place : places) {
      if (place.name() != null) {
        all.byPointer
            .computeIfAbsent(
                facts.envelope() + place.pointer(), fresh -> EnumSet.noneOf(ValueName.class))
            .add(place.name());
      }
    }
    return all;
  }

  /**
   * The values at a place; empty at most places.
   *
   * @param pointer JSON Pointer from the top
   */
  public Set<ValueName> at(String pointer) {
    Set<ValueName> exact = byPointer.get(pointer);
    return exact != null
        ? exact
        : byPointer.entrySet().stream()
            .filter(place -> place.getKey().contains("/*") && fits(place.getKey(), pointer))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Set.of());
  }

  /** Whether a pointer is one of those that {@code *} stands for. */
  private static boolean fits(String place, String pointer) {
    String[] steps = place.split("/", -1);
    String[] found = pointer.split("/", -1);
    boolean fits = steps.length == found.length;
    for (int i = 0; fits && i < steps.length; i++) {
      fits = steps[i].equals("*") ? found[i].matches("\\d+") : steps[i].equals(found[i]);
    }
    return fits;
  }
}
