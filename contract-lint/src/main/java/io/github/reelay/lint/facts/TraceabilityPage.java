package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.facts.Reference.Kind;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page {@code docs/traceability.md}. */
public final class TraceabilityPage {
  private static final String COMMAND = "./mvnw -pl api-specs -am test -Dtraceability.rewrite=true";
  private static final int MOST_PLACES = 3;
  private static final Pattern REQUEST =
      Pattern.compile("(operation|path|parameters|servers|security|securitySchemes)\\b");
  private static final String HEAD =
      """
      # Traceability

      Every numbered statement of a provider's documentation, in our own words, and what holds it: the
      element of the specification that cites it (`x-facts`), a test (`@Fact`), the interactions of the
      pact and the golden files. A fact that nothing holds has its reason. Interactions and golden
      files are made of the named examples of the specification; they hold the facts that their
      example shows. A fact about the request is held by every interaction. Contradictions are
      resolved in a comment of the specification. Evidence comes from other sources and is cited under
      `x-inferred`; it never outweighs a fact.

      The build checks this page. `%s` rewrites it.

      """;

  private final Traceability traceability;
  private final StringBuilder page = new StringBuilder(HEAD.formatted(COMMAND));

  private TraceabilityPage(Traceability traceability) {
    this.traceability = traceability;
  }

  /** The whole page; its lines end with a line feed on every system. */
  public static String of(Traceability traceability) {
    TraceabilityPage page = new TraceabilityPage(traceability);
    page.summary();
    traceability.sources().forEach(page::provider);
    return page.page.toString();
  }

  /**
   * What to do about the first line that is not current; empty if all are.
   *
   * @param page the page as it has to be
   * @param found the page as it is, whatever its line ends
   */
  public static List<String> differences(String page, String found) {
    List<String> expected = page.lines().toList();
    List<String> actual = found.lines().toList();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String now = line(expected, i);
      String old = line(actual, i);
      if (!now.equals(old)) {
        return List.of(
            "expected line %d of docs/traceability.md to be %s, found %s; rewrite the page by %s"
                .formatted(i + 1, now, old, COMMAND));
      }
    }
    return List.of();
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? "'" + lines.get(index) + "'" : "no line at all";
  }

  private void summary() {
    page.append(
        "| provider | facts | in the spec | in a test | in a pact | in a golden file | not"
            + " applicable | contradictions | evidence |\n");
    page.append("|---|---|---|---|---|---|---|---|---|\n");
    for (Traceability.Source source : traceability.sources()) {
      FactRegister register = source.register();
      row(
          register.provider(),
          String.valueOf(register.facts().size()),
          count(register, Kind.SPEC),
          count(register, Kind.TEST),
          count(register, fact -> !pact(source, fact).isEmpty()),
          count(register, fact -> !source.holders().goldens(fact.number()).isEmpty()),
          String.valueOf(
              register.facts().stream().filter(fact -> fact.notApplicable() != null).count()),
          String.valueOf(register.contradictions().size()),
          String.valueOf(register.evidence().size()));
    }
  }

  private String count(FactRegister register, Kind kind) {
    return count(register, fact -> traceability.has(fact.number(), kind));
  }

  private static String count(FactRegister register, Predicate<RegisterEntry> chosen) {
    return String.valueOf(register.facts().stream().filter(chosen).count());
  }

  private void provider(Traceability.Source source) {
    page.append("\n## ").append(source.register().provider()).append("\n\n");
    origin(source);
    page.append("| fact | says | spec | test | pact | golden file |\n|---|---|---|---|---|---|\n");
    for (RegisterEntry fact : source.register().facts()) {
      fact(source, fact);
    }
    page.append("\n| contradiction | says | resolved |\n|---|---|---|\n");
    for (RegisterEntry each : source.register().contradictions()) {
      String resolution = capital(source.resolutions().getOrDefault(each.number(), ""));
      List<String> tests = places(each, Kind.TEST);
      row(each.number(), each.says(), resolution + (tests.isEmpty() ? "" : " " + list(tests)));
    }
    evidence(source.register());
  }

  private void evidence(FactRegister register) {
    if (register.evidence().isEmpty()) {
      return;
    }
    page.append("\n| evidence | says | where | seen | cited by |\n|---|---|---|---|---|\n");
    for (RegisterEntry each : register.evidence()) {
      RegisterEntry.Source source = Objects.requireNonNull(each.source());
      String cited = list(places(each, Kind.SPEC));
      row(
          each.number(),
          each.says(),
          source.noAddress() == null ? source.where() : source.where() + ". " + source.noAddress(),
          source.seen(),
          cited.isEmpty() ? "code and tests" : cited);
    }
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** The operation, and where its pact and its golden files are. */
  private void origin(Traceability.Source source) {
    String provider = source.register().provider();
    JsonNode path = source.spec().path("paths");
    page.append(
        "`GET %s`, operation `%s` of `%s`, compared with the documentation on %s.\n"
            .formatted(
                path.fieldNames().hasNext() ? path.fieldNames().next() : "",
                path.findPath("operationId").asText(),
                source.register().spec(),
                source.spec().at("/info/x-last-verified").asText("an unknown day")));
    page.append(
        "The pact is `reelay-normalizer-%s.json`; the golden files are in `golden/%s`.\n\n"
            .formatted(provider, provider));
  }

  private void fact(Traceability.Source source, RegisterEntry fact) {
    if (fact.notApplicable() != null) {
      row(fact.number(), fact.says(), "not applicable: " + fact.notApplicable(), "", "", "");
    } else {
      String tests = list(places(fact, Kind.TEST));
      row(
          fact.number(),
          fact.says(),
          list(places(fact, Kind.SPEC)),
          fact.deviates() == null ? tests : tests + ". Reelay deviates: " + fact.deviates(),
          pact(source, fact),
          list(source.holders().goldens(fact.number())));
    }
  }

  private String pact(Traceability.Source source, RegisterEntry fact) {
    boolean ofRequest =
        places(fact, Kind.SPEC).stream().map(REQUEST::matcher).anyMatch(Matcher::lookingAt);
    return ofRequest && !source.holders().interactions().isEmpty()
        ? "every interaction"
        : list(source.holders().interactions(fact.number()));
  }

  private List<String> places(RegisterEntry registerEntry, Kind kind) {
    return traceability.homes(registerEntry.number()).stream()
        .filter(home -> home.kind() == kind)
        .map(home -> home.place().substring(home.place().indexOf(' ') + 1))
        .toList();
  }

  private static String list(List<String> places) {
    List<String> shown =
        places.stream().limit(MOST_PLACES).map(place -> "`" + place + "`").toList();
    int left = places.size() - shown.size();
    return String.join(", ", shown) + (left == 0 ? "" : " and " + left + " more");
  }

  private void row(String... cells) {
    for (String cell : cells) {
      page.append("| ").append(cell.replace("|", "\\|").replace("<", "&lt;")).append(' ');
    }
    page.append("|\n");
  }
}
