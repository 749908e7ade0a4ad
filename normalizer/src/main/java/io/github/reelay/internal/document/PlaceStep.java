package io.github.reelay.internal.document;

import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the way through a task: one place, or the places in each element of one list. */
sealed interface PlaceStep {

  /**
   * Follows its steps from that value, such as the task, and hands over what stands at their end.
   */
  void hand(@Nullable Object value, TaskValues values);

  /** What hands over the value that was found at a place. */
  interface Handover {
    /** Takes the value; null if none stands there. */
    void hand(ValuePlace place, @Nullable Object value, TaskValues values);

    /** Whether a place is handed over too whose object is not there. */
    boolean handsAbsent();
  }

  /**
   * The parts in the order of the places; the places in one list are together where the first of
   * them is.
   */
  static List<PlaceStep> all(List<ValuePlace> places, Handover handover) {
    return parts(
        places.stream()
            .map(place -> new Rest(place, JsonPointers.tokens(place.pointer())))
            .toList(),
        handover);
  }

  private static List<PlaceStep> parts(List<Rest> rests, Handover handover) {
    Map<List<String>, List<Rest>> lists = new LinkedHashMap<>();
    List<Object> order = new ArrayList<>();
    for (Rest rest : rests) {
      int each = rest.steps().indexOf(Steps.EACH);
      if (each < 0) {
        order.add(rest);
        continue;
      }
      List<String> before = rest.steps().subList(0, each);
      if (!lists.containsKey(before)) {
        lists.put(before, new ArrayList<>());
        order.add(before);
      }
      lists.get(before).add(new Rest(rest.place(), rest.steps().subList(each + 1, rest.size())));
    }
    return order.stream().map(part -> part(part, lists, handover)).toList();
  }

  private static PlaceStep part(
      Object part, Map<List<String>, List<Rest>> lists, Handover handover) {
    if (part instanceof Rest rest) {
      return new One(rest.place(), rest.steps(), handover);
    }
    List<Rest> inside = lists.getOrDefault(part, List.of());
    List<String> steps = ((List<?>) part).stream().map(String.class::cast).toList();
    return new Elements(steps, parts(inside, handover));
  }

  /** A place with what is left of its pointer. */
  record Rest(ValuePlace place, List<String> steps) {
    int size() {
      return steps.size();
    }
  }

  /** A place outside of lists, or relative to an element of one. */
  record One(ValuePlace place, List<String> steps, Handover handover) implements PlaceStep {
    @Override
    public void hand(@Nullable Object value, TaskValues values) {
      int last = Math.max(0, steps.size() - 1);
      Object parent = Steps.follow(value, steps.subList(0, last));
      if (parent != null || steps.isEmpty() || handover.handsAbsent()) {
        Object found = Steps.follow(parent, steps.subList(last, steps.size()));
        handover.hand(place, found, values);
      }
    }
  }

  /** The places in each element of the list at the end of the steps. */
  record Elements(List<String> steps, List<PlaceStep> inside) implements PlaceStep {
    @Override
    public void hand(@Nullable Object value, TaskValues values) {
      if (Steps.follow(value, steps) instanceof List<?> elements) {
        for (int i = 0; i < elements.size(); i++) {
          values.enter(i);
          for (PlaceStep part : inside) {
            part.hand(elements.get(i), values);
          }
          values.leave();
        }
      }
    }
  }
}
