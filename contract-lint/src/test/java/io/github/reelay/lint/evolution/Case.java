package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One edit of a real document and what has to be said of it, from a table next to this class. */
record Case(JsonNode row) {

  /** All rows of that table. */
  static Stream<Case> in(String table) {
    try (InputStream in = Case.class.getResourceAsStream(table)) {
      List<Case> cases = new ArrayList<>();
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Yaml.read(yaml).forEach(row -> cases.add(new Case(row)));
      return cases.stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The document after the edit. */
  EditedContract apply(EditedContract document) {
    row.path("rename")
        .properties()
        .forEach(member -> document.rename(member.getKey(), member.getValue().asText()));
    row.path("remove").forEach(pointer -> document.remove(pointer.asText()));
    row.path("put")
        .properties()
        .forEach(member -> document.put(member.getKey(), member.getValue()));
    return document;
  }

  /** The changes in their order. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    row.path("changes").forEach(change -> changes.add(change.asText()));
    return changes;
  }

  /** The least version that may follow 0.1.0. */
  String version() {
    return row.path("version").asText();
  }

  @Override
  public String toString() {
    return row.path("edit").asText();
  }
}
