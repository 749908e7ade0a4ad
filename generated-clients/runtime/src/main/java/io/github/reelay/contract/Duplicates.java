package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of duplicate members the last counts, so what was found in an earlier one does not. Only bodies
 * with findings are looked through again.
 */
final class Duplicates {
  private Duplicates() {}

  static List<Findings.Found> lastOnly(List<Findings.Found> found, byte[] body) {
    Map<JsonPointer, Long> lastStart = lastStarts(found, body);
    return found.stream().filter(one -> !isOverwritten(one, lastStart)).toList();
  }

  /** Where the last occurrence begins of each member on the way to a finding. */
  private static Map<JsonPointer, Long> lastStarts(List<Findings.Found> found, byte[] body) {
    Map<JsonPointer, Long> starts = new HashMap<>();
    for (Findings.Found one : found) {
      for (JsonPointer at : path(one.pointer())) {
        starts.put(at, 0L);
      }
    }
    try (JsonParser parser = Limits.JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          long offset = parser.currentTokenLocation().getByteOffset();
          starts.computeIfPresent(
              parser.getParsingContext().pathAsPointer(), (pointer, earlier) -> offset);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("the body was read once already", impossible);
    }
    return starts;
  }

  private static boolean isOverwritten(Findings.Found one, Map<JsonPointer, Long> lastStart) {
    return path(one.pointer()).stream().anyMatch(at -> one.offset() < lastStart.get(at));
  }

  /** The pointer and all that lead to it, without the root. */
  private static List<JsonPointer> path(JsonPointer pointer) {
    List<JsonPointer> path = new ArrayList<>();
    for (JsonPointer at = pointer; at != null && !at.matches(); at = at.head()) {
      path.add(at);
    }
    return path;
  }
}
