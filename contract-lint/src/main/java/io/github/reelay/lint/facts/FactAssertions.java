package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a register says of the elements that cite a fact, held against the specification and the
 * frozen samples. Each element that cites a fact is named in the fact's {@code holds}, so that
 * numbers which change places between two elements are noticed.
 */
final class FactAssertions {
  /** What stands for a keyword or a member that must not be there. */
  private static final String ABSENT = "(absent)";

  private static final String SAMPLES = "samples.";

  private final FactRegister register;
  private final Map<String, JsonNode> elements;
  private final List<String> problems = new ArrayList<>();

  private FactAssertions(FactRegister register, JsonNode spec) {
    this.register = register;
    this.elements = SpecElements.of(spec);
  }

  /** One sentence for each assertion that is missing or does not hold. */
  static List<String> problems(FactRegister register, JsonNode spec) {
    FactAssertions assertions = new FactAssertions(register, spec);
    register.facts().forEach(assertions::check);
    return assertions.problems;
  }

  private void check(RegisterEntry fact) {
    Set<String> citing = citing(fact.number());
    for (String place : citing) {
      if (!fact.holds().containsKey(place)) {
        problems.add(
            ("expected under holds of %s in %s what is true of %s, which cites it in %s, found"
                    + " none; write '%s: %s' there, or cite another fact")
                .formatted(
                    fact.number(),
                    register.file(),
                    place,
                    register.spec(),
                    place,
                    suggestion(elements.get(place))));
      }
    }
    fact.holds()
        .forEach(
            (place, expected) -> {
              if (place.startsWith(SAMPLES)) {
                sample(fact, place.substring(SAMPLES.length()), expected);
              } else if (citing.contains(place)) {
                expected
                    .properties()
                    .forEach(each -> keyword(fact, place, each.getKey(), each.getValue()));
              } else {
                problems.add(
                    "expected %s in %s to cite %s, '%s', as %s says, found %s"
                        .formatted(
                            place,
                            register.spec(),
                            fact.number(),
                            fact.says(),
                            register.file(),
                            cited(place)));
              }
            });
  }

  /** The least that is true of an element, as a proposal. */
  private static String suggestion(JsonNode element) {
    for (String keyword : List.of("type", "x-shape", "operationId", "url", "in")) {
      if (element.path(keyword).isTextual()) {
        return "{%s: %s}".formatted(keyword, element.get(keyword).asText());
      }
    }
    return "{}";
  }

  private Set<String> citing(String number) {
    return elements.entrySet().stream()
        .filter(element -> texts(element.getValue().path("x-facts")).contains(number))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String cited(String place) {
    JsonNode element = elements.get(place);
    return element == null ? "no such element" : String.valueOf(texts(element.path("x-facts")));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private void keyword(RegisterEntry fact, String place, String name, JsonNode expected) {
    JsonNode found = elements.get(place).path(name);
    if (!fits(expected, found)) {
      problems.add(
          "expected %s %s of %s in %s for %s, '%s', found %s"
              .formatted(
                  name,
                  expected,
                  place,
                  register.spec(),
                  fact.number(),
                  fact.says(),
                  found.isMissingNode() ? "none" : found));
    }
  }

  /** The members of a frozen sample, by their JSON Pointers. */
  private void sample(RegisterEntry fact, String name, JsonNode expected) {
    JsonNode sample = register.samples().get(name);
    if (sample == null) {
      problems.add(
          "expected a sample '%s' in %s for %s, found none"
              .formatted(name, register.file(), fact.number()));
      return;
    }
    expected
        .properties()
        .forEach(
            each -> {
              JsonNode found = sample.at(each.getKey());
              if (!fits(each.getValue(), found)) {
                problems.add(
                    "expected %s at %s of the sample '%s' in %s for %s, '%s', found %s"
                        .formatted(
                            each.getValue(),
                            each.getKey(),
                            name,
                            register.file(),
                            fact.number(),
                            fact.says(),
                            found.isMissingNode() ? "none" : found));
              }
            });
  }

  /** A text fits a list that has it; an object fits one with at least its members. */
  private static boolean fits(JsonNode expected, JsonNode found) {
    if (expected.asText().equals(ABSENT)) {
      return found.isMissingNode();
    }
    if (expected.isObject()) {
      return found.isObject()
          && expected.properties().stream()
              .allMatch(each -> fits(each.getValue(), found.path(each.getKey())));
    }
    return found.isArray() && expected.isTextual()
        ? texts(found).contains(expected.asText())
        : expected.equals(found);
  }
}
