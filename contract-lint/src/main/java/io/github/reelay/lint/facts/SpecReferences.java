package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Collects what one specification cites: facts under {@code x-facts}, evidence under {@code
 * x-inferred}, in comments and in summaries.
 */
final class SpecReferences {
  private static final String KEY = "x-facts";
  private static final Pattern EVIDENCE = Pattern.compile("\\b[A-Z]E[1-9]\\d?\\b");

  private final FactRegister register;
  private final List<Reference> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private SpecReferences(FactRegister register) {
    this.register = register;
  }

  /**
   * The references of a specification. A list at its root does not count: the root has no facts.
   *
   * @param register whose numbers may be cited; any other is a problem
   * @param yaml the whole file, comments included: they mention evidence
   */
  static References in(FactRegister register, String yaml) {
    SpecReferences references = new SpecReferences(register);
    SpecElements.of(Yaml.read(yaml)).forEach(references::element);
    yaml.lines()
        .filter(line -> !line.contains("x-inferred:"))
        .forEach(line -> references.evidence(line, "in a comment or a summary"));
    return new References(references.found, references.problems);
  }

  private void element(String place, JsonNode element) {
    if (element.has(KEY)) {
      cite(element.get(KEY), place);
    }
    if (element.path("x-inferred").isTextual()) {
      evidence(element.get("x-inferred").asText(), place);
    }
  }

  private void cite(JsonNode numbers, String element) {
    String place = register.spec() + " " + element;
    if (element.equals("root") || !numbers.isArray() || numbers.isEmpty()) {
      problems.add(
          "expected x-facts as a list of numbers at an element that carries them, found "
              + numbers
              + " at "
              + place);
      return;
    }
    numbers.forEach(number -> cite(number.asText(), place));
  }

  private void cite(String number, String place) {
    if (register.hasFact(number)) {
      found.add(new Reference(number, Reference.Kind.SPEC, place));
    } else {
      problems.add(
          "expected under x-facts a fact of "
              + register.file()
              + ", "
              + register.range()
              + ", found "
              + number
              + " at "
              + place
              + ": correct the number or add the fact");
    }
  }

  private void evidence(String text, String place) {
    EVIDENCE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(
            number ->
                found.add(
                    new Reference(number, Reference.Kind.SPEC, register.spec() + " " + place)));
  }
}
