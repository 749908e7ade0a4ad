package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entry of the registers lives where, and what is wrong with that. */
public final class Traceability {
  private final List<Source> sources;
  private final References references;

  /**
   * One provider's register and specification.
   *
   * @param register its facts, contradictions and evidence, by number
   * @param spec its OpenAPI document as JSON, from the root
   * @param resolutions what its specification says of contradictions, by number
   * @param holders the golden files and the interactions of pacts that hold its facts
   */
  public record Source(
      FactRegister register, JsonNode spec, Map<String, String> resolutions, FactHolders holders) {}

  /**
   * For all of them together, since a test may speak of any provider.
   *
   * @param sources the providers
   * @param references what refers to their facts
   */
  public Traceability(List<Source> sources, References references) {
    this.sources = List.copyOf(sources);
    this.references = references;
  }

  /** The providers, in the order in which they were given. */
  public List<Source> sources() {
    return sources;
  }

  /** Who refers to that number, in {@link Reference#ORDER}, each once. */
  List<Reference> homes(String number) {
    return references.found().stream()
        .filter(reference -> reference.number().equals(number))
        .distinct()
        .sorted(Reference.ORDER)
        .toList();
  }

  boolean has(String number, Reference.Kind kind) {
    return homes(number).stream().anyMatch(home -> home.kind() == kind);
  }

  /** One sentence for each thing that is wrong; empty if nothing is. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(references.problems());
    references.found().stream().sorted(Reference.ORDER).forEach(each -> unknown(each, problems));
    letters(problems);
    for (Source source : sources) {
      source.register().facts().forEach(fact -> homeless(source.register(), fact, problems));
      source.register().facts().forEach(fact -> unproven(source.register(), fact, problems));
      source.register().contradictions().forEach(each -> unresolved(source, each, problems));
      source.register().evidence().forEach(each -> uncited(source.register(), each, problems));
      source.resolutions().forEach((number, text) -> unlisted(source, number, problems));
    }
    return List.copyOf(problems);
  }

  /** A number has to name one provider. */
  private void letters(List<String> problems) {
    Map<String, String> providers = new HashMap<>();
    for (Source source : sources) {
      FactRegister register = source.register();
      String other = providers.put(register.letter(), register.provider());
      if (other != null) {
        problems.add(
            "expected a letter of its own in %s, found %s, which is that of %s"
                .formatted(register.file(), register.letter(), other));
      }
    }
  }

  private void unknown(Reference reference, List<String> problems) {
    if (sources.stream().noneMatch(source -> source.register().has(reference.number()))) {
      problems.add(
          "expected a number of a register, one of "
              + sources.stream().map(source -> source.register().range()).toList()
              + ", found "
              + reference.number()
              + " at "
              + reference.place()
              + ": correct the number or add the fact");
    }
  }

  private void homeless(FactRegister register, RegisterEntry fact, List<String> problems) {
    List<Reference> homes = homes(fact.number());
    if (homes.isEmpty() && fact.notApplicable() == null) {
      problems.add(
          "expected a home for %s, '%s', found none: cite it under x-facts in %s, put @Fact(\"%s\")"
                  .formatted(fact.number(), fact.says(), register.spec(), fact.number())
              + " on a test, or say in %s why it is not applicable".formatted(register.file()));
    } else if (!homes.isEmpty() && fact.notApplicable() != null) {
      problems.add(
          "expected %s of %s to live somewhere or to be not applicable, found both: '%s' and %s"
                  .formatted(
                      fact.number(),
                      register.file(),
                      fact.notApplicable(),
                      homes.stream().map(Reference::place).toList())
              + ": drop the reason or the reference");
    }
  }

  private void unproven(FactRegister register, RegisterEntry fact, List<String> problems) {
    if (fact.deviates() != null && !has(fact.number(), Reference.Kind.TEST)) {
      problems.add(
          "expected a test with @Fact(\"%s\") that shows how Reelay deviates, '%s' in %s, found none"
              .formatted(fact.number(), fact.deviates(), register.file()));
    }
  }

  private void uncited(FactRegister register, RegisterEntry evidence, List<String> problems) {
    if (homes(evidence.number()).isEmpty()) {
      problems.add(
          "expected %s of %s to be cited under x-inferred or in a comment of %s, or by a test, found"
                  .formatted(evidence.number(), register.file(), register.spec())
              + " it nowhere; cite it, or take it out");
    }
  }

  private static void unresolved(
      Source source, RegisterEntry contradiction, List<String> problems) {
    if (!source.resolutions().containsKey(contradiction.number())) {
      problems.add(
          "expected a comment '# %s: …' in %s on how '%s' is resolved, found none: write it next to"
                  .formatted(contradiction.number(), source.register().spec(), contradiction.says())
              + " the element that it concerns");
    }
  }

  private static void unlisted(Source source, String number, List<String> problems) {
    if (source.register().contradictions().stream().noneMatch(e -> e.number().equals(number))) {
      problems.add(
          "expected a contradiction of %s, %s, found the comment '# %s: …' in %s: correct the number"
                  .formatted(
                      source.register().file(),
                      source.register().contradictionRange(),
                      number,
                      source.register().spec())
              + " or add the contradiction");
    }
  }
}
