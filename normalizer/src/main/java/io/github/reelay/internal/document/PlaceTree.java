package io.github.reelay.internal.document;

import io.github.reelay.contract.AnyValue;
import io.github.reelay.contract.ContractReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a body that a document names, and what of them is read. Other members are skipped,
 * and nothing is noted: the short form says nothing of types.
 */
final class PlaceTree {
  private final Map<String, PlaceTree> inner = new LinkedHashMap<>();
  private boolean isPlace;

  /** Adds the place at the end of the steps. */
  void add(List<String> steps) {
    if (steps.isEmpty()) {
      isPlace = true;
    } else {
      inner
          .computeIfAbsent(steps.get(0), fresh -> new PlaceTree())
          .add(steps.subList(1, steps.size()));
    }
  }

  /** Reads the value at hand: maps and lists of what is named, with the scalars of JSON. */
  @Nullable Object read(ContractReader in) {
    if (isPlace) {
      AnyValue whole = in.any();
      return whole == null ? null : whole.value();
    }
    if (in.atObject()) {
      return members(in);
    }
    if (in.atArray()) {
      return elements(in);
    }
    in.skip();
    return null;
  }

  private @Nullable Object members(ContractReader in) {
    if (!in.enterObject()) {
      return null; // nested too deep, and skipped
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (in.nextField()) {
      String name = in.field();
      PlaceTree member = inner.get(name);
      if (member == null) {
        in.skip();
      } else {
        members.put(name, member.read(in)); // of duplicates the last counts
      }
    }
    return members;
  }

  private @Nullable Object elements(ContractReader in) {
    int[] index = {0};
    return in.list(
        element -> {
          PlaceTree named = inner.get(String.valueOf(index[0]++));
          PlaceTree taken = named != null ? named : inner.get(Steps.EACH);
          if (taken == null) {
            element.skip();
            return null;
          }
          return taken.read(element);
        });
  }
}
