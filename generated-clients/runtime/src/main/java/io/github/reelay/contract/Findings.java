package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.github.reelay.internal.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one body while it is read. Of duplicate members the last counts, so what was
 * found in an earlier one is dropped: each open object remembers, as its context's current value,
 * which of its members have findings. An object without any costs nothing.
 */
final class Findings {
  private final Cursor cursor;
  private @Nullable List<Finding> found; // most bodies have none

  Findings(Cursor cursor) {
    this.cursor = cursor;
  }

  void add(Finding.Kind kind, String detail) {
    add(kind, cursor.context(), detail);
  }

  private void add(Finding.Kind kind, JsonStreamContext place, String detail) {
    if (found == null) {
      found = new ArrayList<>();
    }
    if (found.size() < BodyLimits.FINDINGS) {
      found.add(new Finding(kind, place.pathAsPointer().toString(), detail));
      for (JsonStreamContext at = place; at != null; at = at.getParent()) {
        if (at.inObject() && at.hasCurrentName()) {
          members(at).add(at.getCurrentName());
        }
      }
    }
  }

  void mismatch(String expected) {
    add(
        Finding.Kind.TYPE_MISMATCH,
        "expected " + expected + ", found " + Tokens.name(cursor.token()));
  }

  /** Noted at the object: a pointer does not repeat such a name. */
  void longName() {
    add(
        Finding.Kind.UNDOCUMENTED_FIELD,
        cursor.context().getParent(),
        "a member's name has more than " + BodyLimits.NAME_LENGTH + " characters");
  }

  void tooLong() {
    add(
        Finding.Kind.IGNORED_VALUE,
        cursor.token() == JsonToken.VALUE_STRING
            ? "the text has more than " + BodyLimits.STRING_LENGTH + " characters"
            : "the number has more than " + BodyLimits.NUMBER_LENGTH + " digits");
  }

  void tooDeep() {
    add(Finding.Kind.IGNORED_VALUE, "nested more than " + BodyLimits.DEPTH + " levels deep");
  }

  void tooMany() {
    add(
        Finding.Kind.IGNORED_VALUE,
        "lists and maps have more than " + BodyLimits.ELEMENTS + " elements in all");
  }

  void outOfRange() {
    add(Finding.Kind.IGNORED_VALUE, "the number is out of range");
  }

  /** Drops the findings of an earlier member of that name; to be called at each name. */
  void atName(String name) {
    if (found == null) {
      return;
    }
    JsonStreamContext object = cursor.context();
    if (object.getCurrentValue() != null && members(object).contains(name)) {
      String pointer = object.pathAsPointer().toString();
      found.removeIf(one -> isWithin(one.pointer(), pointer));
    }
  }

  private static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || inner.charAt(outer.length()) == '/');
  }

  @SuppressWarnings("unchecked") // nobody else sets a current value
  private static Set<String> members(JsonStreamContext object) {
    if (object.getCurrentValue() == null) {
      object.setCurrentValue(new HashSet<String>());
    }
    return (Set<String>) object.getCurrentValue();
  }

  List<Finding> sorted() {
    if (found == null) {
      return List.of();
    }
    if (found.size() > 1) {
      found.sort(Finding.ORDER);
    }
    return found;
  }
}
