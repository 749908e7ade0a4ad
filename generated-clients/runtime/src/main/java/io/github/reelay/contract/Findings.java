package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** The findings of one body while it is read; the pointer is computed only when one is made. */
final class Findings {
  private final JsonParser parser;
  private List<Found> found = List.of();

  /** A finding, and where in the body it was made: see {@link Duplicates}. */
  record Found(Finding finding, JsonPointer pointer, long offset) {}

  Findings(JsonParser parser) {
    this.parser = parser;
  }

  void add(Finding.Kind kind, String detail) {
    if (found.size() == Limits.FINDINGS) {
      return;
    }
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    JsonPointer pointer = parser.getParsingContext().pathAsPointer();
    long offset = parser.currentTokenLocation().getByteOffset();
    found.add(new Found(new Finding(kind, pointer.toString(), detail), pointer, offset));
  }

  void mismatch(String expected) {
    add(
        Finding.Kind.TYPE_MISMATCH,
        "expected " + expected + ", found " + Tokens.name(parser.currentToken()));
  }

  List<Finding> sorted(byte[] body) {
    if (found.isEmpty()) {
      return List.of();
    }
    return Duplicates.lastOnly(found, body).stream()
        .map(Found::finding)
        .sorted(Finding.ORDER)
        .toList();
  }
}
