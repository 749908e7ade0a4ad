package io.github.reelay.lint.rule;

import io.github.reelay.lint.document.FactNumbers;
import io.github.reelay.lint.document.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where each statement comes from. */
final class SourceRules {
  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{1,2}\\d\\w*");

  private SourceRules() {}

  static Stream<String> present(SpecDocument spec) {
    return Stream.of(
            Elements.properties(spec),
            Elements.parameters(spec),
            Elements.responses(spec),
            Elements.headers(spec))
        .flatMap(each -> each)
        .filter(element -> !element.has("x-facts") && element.text("x-inferred").isBlank())
        .map(element -> element.complain("x-facts or x-inferred", "neither"));
  }

  static Stream<String> facts(SpecDocument spec) {
    return Elements.described(spec)
        .filter(element -> element.has("x-facts"))
        .map(element -> element.at("x-facts"))
        .flatMap(facts -> facts(spec.facts(), facts).stream());
  }

  private static List<String> facts(FactNumbers numbers, SpecElement facts) {
    String letter = numbers.letter();
    List<String> complaints = new ArrayList<>();
    if (!facts.node().isArray() || facts.node().isEmpty()) {
      complaints.add(facts.complain("a list of fact numbers", facts.node().toString()));
    }
    int last = 0;
    for (SpecElement fact : facts.elements().toList()) {
      String text = fact.node().asText();
      int number = text.matches(letter + "[1-9]\\d?") ? Integer.parseInt(text.substring(1)) : 0;
      if (number < 1 || number > numbers.last()) {
        complaints.add(fact.complain(letter + "1 to " + letter + numbers.last(), text));
      } else if (number <= last) {
        complaints.add(fact.complain("ascending numbers, each once", text));
      }
      last = number;
    }
    return complaints;
  }

  static Stream<String> evidence(SpecDocument spec) {
    String evidence = spec.facts().letter() + "E[1-9]\\d?";
    return Elements.described(spec)
        .filter(element -> element.has("x-inferred"))
        .map(element -> element.at("x-inferred"))
        .flatMap(
            element ->
                NUMBER
                    .matcher(element.node().asText())
                    .results()
                    .map(MatchResult::group)
                    .filter(number -> !number.matches(evidence))
                    .map(
                        number ->
                            element.complain(
                                "evidence numbers such as " + evidence.substring(0, 2) + "1",
                                number)));
  }

  static Stream<String> reasons(SpecDocument spec) {
    return Elements.described(spec)
        .filter(element -> element.has("x-inferred"))
        .map(element -> element.at("x-inferred"))
        .filter(reason -> !reason.node().isTextual() || reason.node().asText().isBlank())
        .map(reason -> reason.complain("a reason in words", reason.node().toString()));
  }
}
