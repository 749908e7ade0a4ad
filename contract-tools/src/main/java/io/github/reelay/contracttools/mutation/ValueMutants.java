package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Mutants of one schema that a property or an array holds: type, format, shape, time, words. */
final class ValueMutants {
  private static final Map<String, List<String>> OTHER_TYPES =
      Map.of(
          "string", List.of("integer"),
          "integer", List.of("string", "number"),
          "number", List.of("string", "integer"),
          "boolean", List.of("string"),
          "array", List.of("string"));
  private static final Map<String, String> FORMATS = Map.of("integer", "int64", "number", "double");
  private static final Map<String, String> OTHER_FORMATS =
      Map.of("int64", "int32", "double", "float");
  private static final List<String> SHAPES = List.of("scalar", "error", "any");

  private final Mutants mutants;
  private final String pointer;
  private final JsonNode schema;

  ValueMutants(Mutants mutants, String pointer) {
    this.mutants = mutants;
    this.pointer = pointer;
    this.schema = mutants.spec().document().at(pointer);
  }

  void add() {
    String type = schema.path("type").asText();
    OTHER_TYPES.getOrDefault(type, List.of()).forEach(this::type);
    format(schema.path("format").asText());
    shapes();
    times(type);
    schema.path("x-known-values").forEach(word -> word(word.asText()));
    references(schema.has("$ref") ? "/$ref" : "/allOf/0/$ref");
    if (schema.has("items")) {
      new ValueMutants(mutants, pointer + "/items").add();
    }
  }

  /** Adds a mutant of another type, without the keywords that belong to the old one. */
  private void type(String other) {
    mutants.add(
        Kind.CHANGE_TYPE,
        pointer,
        "changed to " + other,
        edit -> {
          ObjectNode changed = edit.object(pointer).put("type", other);
          changed.remove(
              List.of("format", "minimum", "maximum", "items", "x-known-values", "allOf"));
          if (FORMATS.containsKey(other)) {
            changed.put("format", FORMATS.get(other));
          }
        });
  }

  private void format(String format) {
    if (OTHER_FORMATS.containsKey(format)) {
      String place = pointer + "/format";
      String other = OTHER_FORMATS.get(format);
      mutants.add(Kind.CHANGE_FORMAT, place, "changed to " + other, edit -> edit.put(place, other));
    }
  }

  private void shapes() {
    String place = pointer + "/x-shape";
    SHAPES.stream()
        .filter(shape -> schema.has("x-shape") && !schema.get("x-shape").asText().equals(shape))
        .forEach(
            shape ->
                mutants.add(
                    Kind.CHANGE_SHAPE,
                    place,
                    "changed to " + shape,
                    edit -> edit.put(place, shape)));
  }

  private void times(String type) {
    String place = pointer + "/x-time";
    if (schema.has("x-time")) {
      mutants.add(Kind.CHANGE_TIME, place, "dropped", edit -> edit.remove(place));
    } else if (List.of("string", "integer", "number").contains(type)) {
      mutants.add(
          Kind.CHANGE_TIME, place, "added", edit -> edit.object(pointer).put("x-time", true));
    }
  }

  private void word(String word) {
    String words = pointer + "/x-known-values";
    mutants.add(Kind.DROP_WORD, words, "without " + word, edit -> edit.removeText(words, word));
    mutants.add(
        Kind.RENAME_WORD,
        words,
        "with renamed_" + word + " for " + word,
        edit -> edit.replaceText(words, word, "renamed_" + word));
  }

  private void references(String where) {
    if (schema.at(where).isTextual()) {
      String place = pointer + where;
      String other = new NamedSchemas(mutants.spec()).other(schema.at(where).asText());
      mutants.add(
          Kind.CHANGE_REFERENCE, place, "changed to " + other, edit -> edit.put(place, other));
      if (where.startsWith("/allOf")) {
        type("string");
      }
    }
  }
}
