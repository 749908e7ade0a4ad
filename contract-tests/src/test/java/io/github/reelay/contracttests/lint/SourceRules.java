package io.github.reelay.contracttests.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttests.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where each statement comes from. */
final class SourceRules {
  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{1,2}\\d\\w*");

  private SourceRules() {}

  static Stream<String> present(Spec spec) {
    return Stream.of(
            Elements.properties(spec),
            Elements.parameters(spec),
            Elements.responses(spec),
            Elements.headers(spec))
        .flatMap(each -> each)
        .filter(element -> !element.has("x-facts") && element.text("x-inferred").isBlank())
        .map(element -> element.complain("x-facts or x-inferred", "neither"));
  }

  static Stream<String> facts(Spec spec) {
    return Elements.described(spec)
        .filter(element -> element.has("x-facts"))
        .map(element -> element.at("x-facts"))
        .flatMap(facts -> facts(Register.of(spec), facts).stream());
  }

  /** The letter of a provider's fact numbers, and how many there are. */
  private record Register(String letter, int last) {

    static Register of(Spec spec) {
      String resource = "/io/github/reelay/specs/facts/" + spec.provider() + ".yaml";
      JsonNode register = Spec.read(spec.provider(), resource).document();
      return new Register(register.get("letter").asText(), register.get("facts").size());
    }
  }

  private static List<String> facts(Register register, SpecElement facts) {
    String letter = register.letter();
    List<String> complaints = new ArrayList<>();
    if (!facts.node().isArray() || facts.node().isEmpty()) {
      complaints.add(facts.complain("a list of fact numbers", facts.node().toString()));
    }
    int last = 0;
    for (SpecElement fact : facts.elements().toList()) {
      String text = fact.node().asText();
      int number = text.matches(letter + "[1-9]\\d?") ? Integer.parseInt(text.substring(1)) : 0;
      if (number < 1 || number > register.last()) {
        complaints.add(fact.complain(letter + "1 to " + letter + register.last(), text));
      } else if (number <= last) {
        complaints.add(fact.complain("ascending numbers, each once", text));
      }
      last = number;
    }
    return complaints;
  }

  static Stream<String> evidence(Spec spec) {
    String evidence = Register.of(spec).letter() + "E[1-9]\\d?";
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

  static Stream<String> reasons(Spec spec) {
    return Elements.described(spec)
        .filter(element -> element.has("x-inferred"))
        .map(element -> element.at("x-inferred"))
        .filter(reason -> !reason.node().isTextual() || reason.node().asText().isBlank())
        .map(reason -> reason.complain("a reason in words", reason.node().toString()));
  }
}
