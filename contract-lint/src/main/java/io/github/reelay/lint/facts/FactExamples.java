package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The named examples of a specification that show a fact. Golden files and the interactions of
 * pacts are made of such examples, so what holds an example holds its facts.
 *
 * <p>An example shows a fact if the register compares the two, if its summary names the fact, if
 * its response cites it, or if it has a value at a property that cites it. Where the fact is about
 * status texts, the value has to be one of them.
 */
final class FactExamples {
  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]\\d{1,3}\\b");
  private static final String SAMPLES = "samples.";

  private final FactRegister register;
  private final JsonNode spec;
  private final Map<String, Set<String>> found = new TreeMap<>();

  private FactExamples(FactRegister register, JsonNode spec) {
    this.register = register;
    this.spec = spec;
  }

  /** The names of the examples by the number of the fact; a fact that none shows has no entry. */
  static Map<String, Set<String>> in(FactRegister register, JsonNode spec) {
    FactExamples examples = new FactExamples(register, spec);
    examples.samples();
    spec.path("paths").findValues("responses").forEach(examples::responses);
    return examples.found;
  }

  private void samples() {
    for (RegisterEntry fact : register.facts()) {
      for (String place : fact.holds().keySet()) {
        if (place.startsWith(SAMPLES)) {
          show(fact.number(), place.substring(SAMPLES.length()));
        }
      }
    }
  }

  private void responses(JsonNode responses) {
    for (JsonNode response : responses) {
      for (JsonNode content : response.path("content")) {
        for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
          response.path("x-facts").forEach(fact -> show(fact.asText(), example.getKey()));
          summary(example.getKey(), example.getValue().path("summary").asText());
          value(example.getKey(), content.path("schema"), "", example.getValue().path("value"));
        }
      }
    }
  }

  private void summary(String example, String summary) {
    Matcher number = NUMBER.matcher(summary);
    while (number.find()) {
      show(number.group(), example);
    }
  }

  /** Goes through a value and its schema together. */
  private void value(String example, JsonNode schema, String place, JsonNode value) {
    cite(example, schema, place, value);
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      value(example, spec.at(reference.substring(1)), name, value);
    }
    schema.path("allOf").forEach(part -> value(example, part, "", value));
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      if (value.has(member.getKey())) {
        String name = place + "." + member.getKey();
        value(example, member.getValue(), name, value.get(member.getKey()));
      }
    }
    if (value.isArray()) {
      value.forEach(element -> value(example, schema.path("items"), place + ".items", element));
    }
  }

  private void cite(String example, JsonNode schema, String place, JsonNode value) {
    for (JsonNode number : schema.path("x-facts")) {
      register.facts().stream()
          .filter(fact -> fact.number().equals(number.asText()))
          .filter(fact -> isAbout(fact, place, value))
          .forEach(fact -> show(fact.number(), example));
    }
  }

  /** A fact that names samples is about those alone; one that names status texts, about those. */
  private static boolean isAbout(RegisterEntry fact, String place, JsonNode value) {
    if (fact.holds().keySet().stream().anyMatch(each -> each.startsWith(SAMPLES))) {
      return false;
    }
    JsonNode held = fact.holds().getOrDefault(place, MissingNode.getInstance());
    JsonNode meanings = held.path("x-means");
    return meanings.isMissingNode() || texts(meanings).contains(value.asText());
  }

  /** Each state has one status text, or a list of them. */
  private static Set<String> texts(JsonNode meanings) {
    Set<String> texts = new HashSet<>();
    for (JsonNode each : meanings) {
      Iterable<JsonNode> all = each.isArray() ? each : List.of(each);
      all.forEach(text -> texts.add(text.asText()));
    }
    return texts;
  }

  private void show(String number, String example) {
    if (register.hasFact(number)) {
      found.computeIfAbsent(number, fresh -> new TreeSet<>()).add(example);
    }
  }
}
