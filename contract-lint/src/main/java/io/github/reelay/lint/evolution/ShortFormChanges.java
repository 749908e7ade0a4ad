package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The changes of a document in the short form, from the view of who reads its tasks. */
final class ShortFormChanges {
  private static final Set<String> TEXTS = Set.of("documentation", "examples", "polling");
  private static final Set<String> LESS = Set.of("urlValidity", "unknownTask");
  private static final Set<String> BY_MEMBER = Set.of("words", "read", "version");

  private final JsonNode before;
  private final JsonNode now;
  private final List<Change> changes = new ArrayList<>();

  private ShortFormChanges(JsonNode before, JsonNode now) {
    this.before = before;
    this.now = now;
  }

  /** The differences, the most severe first, then by pointer. */
  static List<Change> of(JsonNode before, JsonNode now) {
    ShortFormChanges found = new ShortFormChanges(before, now);
    found.keys();
    found.members("words", words(before), words(now));
    found.members("read", places(before), places(now));
    found.changes.sort(
        Comparator.comparing(Change::severity).reversed().thenComparing(Change::pointer));
    return List.copyOf(found.changes);
  }

  private void keys() {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    names.removeAll(BY_MEMBER);
    for (String name : names) {
      JsonNode old = before.path(name);
      JsonNode working = now.path(name);
      if (!old.equals(working)) {
        Severity severity =
            TEXTS.contains(name)
                ? Severity.PATCH
                : LESS.contains(name) ? Severity.MINOR : Severity.BREAKING;
        add(severity, "/" + name, name, what(text(old), text(working)));
      }
    }
  }

  /** A word or a place that is new can be used; one that changed or is gone was relied on. */
  private void members(String key, Map<String, String> old, Map<String, String> working) {
    old.forEach(
        (name, value) -> {
          String found = working.get(name);
          if (!value.equals(found)) {
            add(Severity.BREAKING, "/" + key, key + "." + name, what(value, found));
          }
        });
    working.forEach(
        (name, value) -> {
          if (!old.containsKey(name)) {
            add(Severity.MINOR, "/" + key, key + "." + name, what(null, value));
          }
        });
  }

  private void add(Severity severity, String pointer, String subject, String what) {
    changes.add(new Change(severity, pointer, subject, what));
  }

  private static String what(@Nullable String old, @Nullable String working) {
    if (old == null) {
      return "is new: " + working;
    }
    return working == null ? "is gone" : "was " + old + " and is " + working;
  }

  /** The state that each word stands for, by word. */
  private static Map<String, String> words(JsonNode document) {
    Map<String, String> words = new TreeMap<>();
    document
        .path("words")
        .properties()
        .forEach(
            state -> state.getValue().forEach(word -> words.put(word.asText(), state.getKey())));
    return words;
  }

  /** Where each value stands; the order of places counts. */
  private static Map<String, String> places(JsonNode document) {
    Map<String, String> places = new TreeMap<>();
    document
        .path("read")
        .properties()
        .forEach(value -> places.put(value.getKey(), String.valueOf(text(value.getValue()))));
    return places;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isMissingNode() ? null : node.isTextual() ? node.asText() : node.toString();
  }
}
