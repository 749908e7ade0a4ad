package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares two versions of one document element by element.
 *
 * <p>What is gone is breaking, whatever it is: also a documented response, since a program that
 * looks for it waits for one that does not come, and a record, since code that names it does not
 * compile. What is new is minor in a response, since readers skip what they do not know, and
 * breaking among the parameters, since a method gains an argument. Of an element that is gone or
 * new, what lies inside is not listed again.
 *
 * <p>A document that begins to say what its values mean says it in many places; that is one change.
 */
final class Comparison {
  private final Map<String, Element> before;
  private final Map<String, Element> after;

  private Comparison(Map<String, Element> before, Map<String, Element> after) {
    this.before = before;
    this.after = after;
  }

  /** The differences, the most severe first, then by pointer. */
  static List<Change> of(Document released, Document working) {
    Map<String, Element> before = Flattening.of(released);
    Map<String, Element> after = Flattening.of(working);
    if (MeaningKeywords.isIn(before) || !MeaningKeywords.isIn(after)) {
      return sorted(new Comparison(follow(before, after), after).changes());
    }
    Map<String, Element> plain = MeaningKeywords.without(after);
    List<Change> changes = new Comparison(follow(before, plain), plain).changes();
    changes.add(new Change(Severity.MINOR, "", "document", "says what its values mean"));
    return sorted(changes);
  }

  private static List<Change> sorted(List<Change> changes) {
    changes.sort(Comparator.comparing(Change::severity).reversed().thenComparing(Change::pointer));
    return List.copyOf(changes);
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    before.forEach(
        (pointer, element) -> {
          Element now = after.get(pointer);
          if (now != null) {
            changes.addAll(ChangeRules.compare(pointer, element, now));
          } else if (isTopmost(pointer, before, after)) {
            changes.add(new Change(Severity.BREAKING, pointer, element.subject(), "is gone"));
          }
        });
    after.forEach(
        (pointer, element) -> {
          if (!before.containsKey(pointer) && isTopmost(pointer, after, before)) {
            Severity severity = element.request() ? Severity.BREAKING : Severity.MINOR;
            changes.add(new Change(severity, pointer, element.subject(), "is new"));
          }
        });
    return changes;
  }

  /**
   * Whether all that encloses it is on both sides; else the outermost of these is listed in its
   * place.
   */
  private static boolean isTopmost(
      String pointer, Map<String, Element> side, Map<String, Element> other) {
    for (int end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      String around = pointer.substring(0, end);
      if (side.containsKey(around) && !other.containsKey(around)) {
        return false;
      }
    }
    return true;
  }

  /** The elements before, with an operation that moved put where it is now. */
  private static Map<String, Element> follow(
      Map<String, Element> before, Map<String, Element> after) {
    Map<String, Element> followed = new TreeMap<>(before);
    before.forEach(
        (from, element) -> {
          JsonNode id = element.facts().get("operationId");
          after.forEach(
              (to, now) -> {
                boolean same = id != null && id.equals(now.facts().get("operationId"));
                if (same && !before.containsKey(to)) {
                  move(followed, from, to);
                }
              });
        });
    return followed;
  }

  private static void move(Map<String, Element> elements, String from, String to) {
    for (String pointer : List.copyOf(elements.keySet())) {
      if (pointer.startsWith(from)) {
        elements.put(to + pointer.substring(from.length()), elements.remove(pointer));
      }
    }
  }
}
