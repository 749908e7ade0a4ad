package io.github.reelay.contracttools.coverage;

import io.github.reelay.contracttools.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of what a mapper reads and a document promises has an interaction.
 *
 * @param pact the interactions
 * @param measures what is measured, by its title
 * @param needless one sentence for each exception that is not needed
 */
record Coverage(Pact pact, Map<String, Measure> measures, List<String> needless) {
  static final String FIELDS = "fields read";
  static final String WORDS = "words";

  static Coverage of(Pact pact, Spec spec, FieldsRead read, List<NotPinned> exceptions) {
    ShownByPact shownByPact = new ShownByPact(spec);
    pact.interactions().forEach(shownByPact::add);
    Promised promised = new Promised(spec, read);
    Map<String, Measure> measures = new LinkedHashMap<>();
    measures.put("operations", new Measure(promised.operations(), shownByPact.operations()));
    measures.put(FIELDS, new Measure(promised.fields(), shownByPact.fields()));
    measures.put(WORDS, new Measure(promised.words(), shownByPact.words()));
    measures.put("statuses", new Measure(promised.statuses(), shownByPact.statuses()));
    List<String> needless = new ArrayList<>();
    exceptions.stream()
        .filter(each -> each.provider().equals(spec.provider()))
        .forEach(each -> each.apply(measures, needless));
    return new Coverage(pact, measures, needless);
  }

  /** What has no interaction, and which one to add, in one sentence each. */
  Stream<String> missing() {
    Stream<String> missing =
        measures.entrySet().stream().flatMap(each -> missing(each.getKey(), each.getValue()));
    return Stream.concat(missing, needless.stream());
  }

  private Stream<String> missing(String title, Measure measure) {
    return measure.needed().entrySet().stream()
        .filter(need -> !measure.covered().contains(need.getKey()))
        .map(
            need ->
                "%s, %s: expected an interaction for %s, found none; %s."
                    .formatted(pact.provider(), title, need.getKey(), need.getValue()));
  }
}
