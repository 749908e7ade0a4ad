package io.github.reelay.document;

import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a response as the document declares it, with all that it contains; {@code $ref} and
 * {@code allOf} are resolved.
 *
 * @param kind which method of the generated reader reads it
 * @param schema the name of its schema under {@code components}; null if it has none
 * @param knownValues the documented words ({@code x-known-values}); empty if there are none
 * @param unsetZero whether 0 is how a value that is not set is written ({@code x-unset: 0})
 * @param members of an object, its members in the order of the document; of an error, the annotated
 *     ones of code, message and type; else empty
 * @param items of an array, each of its elements; else null
 * @param places the canonical values that it carries; empty for most
 */
public record DeclaredValue(
    ValueKind kind,
    @Nullable String schema,
    List<String> knownValues,
    boolean unsetZero,
    Map<String, DeclaredValue> members,
    @Nullable DeclaredValue items,
    List<ValuePlace> places) {

  /** Copies the collections; the members keep their order. */
  public DeclaredValue {
    knownValues = List.copyOf(knownValues);
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    places = List.copyOf(places);
  }

  /** A value that contains nothing, such as a text. */
  public static DeclaredValue leaf(ValueKind kind, List<ValuePlace> places) {
    return new DeclaredValue(kind, null, List.of(), false, Map.of(), null, places);
  }

  /** An object with those members, without a schema's name and without places of its own. */
  public static DeclaredValue object(Map<String, DeclaredValue> members) {
    return new DeclaredValue(ValueKind.OBJECT, null, List.of(), false, members, null, List.of());
  }

  /** An array of such elements, without a schema's name and without places of its own. */
  public static DeclaredValue array(DeclaredValue items) {
    return new DeclaredValue(ValueKind.ARRAY, null, List.of(), false, Map.of(), items, List.of());
  }

  /** Every place in it, at any depth, in the order of the document. */
  public List<ValuePlace> allPlaces() {
    List<ValuePlace> all = new ArrayList<>(places);
    members.values().forEach(member -> all.addAll(member.allPlaces()));
    if (items != null) {
      all.addAll(items.allPlaces());
    }
    return all;
  }

  /** The value at that pointer, whose tokens name members of objects; null if there is none. */
  public @Nullable DeclaredValue at(String pointer) {
    DeclaredValue value = this;
    for (String name : JsonPointers.tokens(pointer)) {
      value = value == null ? null : value.members.get(name);
    }
    return value;
  }
}
