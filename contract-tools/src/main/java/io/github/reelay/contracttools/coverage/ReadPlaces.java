package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import java.util.Set;
import java.util.TreeSet;

/** Where the members that a mapper reads stand, from a schema downwards. */
final class ReadPlaces {
  private final Spec spec;
  private final FieldsRead read;
  private final Set<String> places = new TreeSet<>();
  private final Set<String> reached = new TreeSet<>();

  ReadPlaces(Spec spec, FieldsRead read) {
    this.spec = spec;
    this.read = read;
  }

  /** Adds the places below a schema, such as {@code GenerationTask /result/data}. */
  void below(JsonNode reference) {
    below(Schemas.name(reference), reference, BodyPath.TOP);
  }

  private void below(String root, JsonNode reference, BodyPath path) {
    String name = Schemas.name(reference);
    for (String member : read.of(name)) {
      JsonNode properties = Schemas.resolved(spec, reference).path("properties");
      if (properties.has(member)) {
        reached.add(name + "." + member);
        member(root, properties.get(member), path.to(member));
      }
    }
  }

  private void member(String root, JsonNode schema, BodyPath path) {
    places.add(root + " " + path);
    JsonNode declared = Schemas.resolved(spec, schema);
    if (declared.has("items")) {
      below(root, declared.get("items"), path.to(Schemas.ELEMENT));
    } else {
      below(root, schema, path);
    }
  }

  Set<String> places() {
    return places;
  }

  /** Members that are read and stand below none of the schemas. */
  Set<String> lost() {
    Set<String> lost = new TreeSet<>();
    read.members()
        .forEach((record, members) -> members.forEach(member -> lost.add(record + "." + member)));
    lost.removeAll(reached);
    lost.removeIf(member -> member.startsWith("ErrorValue."));
    return lost;
  }
}
