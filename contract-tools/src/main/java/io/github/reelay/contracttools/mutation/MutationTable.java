package io.github.reelay.contracttools.mutation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Verdicts in words. */
final class MutationTable {
  private static final String HEAD =
      """
      # Mutations of the specs
      Each element of each specification is changed in turn, and the checks are run until one notices: the
      lint, the examples, the compiler, what the generated records read, the golden files, bodies that leave
      the contract on purpose, and the request. A change that none notices is a gap if a program depends on
      the element; there has to be none. `survived` counts texts and declarations that no code reads.

      `.ci/run` makes every mutation and compares these figures. After a change of a specification, run
      `./mvnw -pl contract-tools -am test -Dtest=EveryMutantRun -Dsurefire.failIfNoSpecifiedTests=false
      -Dmutation.rewrite=true`, which rewrites this page and fails. The whole table, with what each check
      says, is in `contract-tools/target/spec-mutation.md` afterwards.

      ```
      """;

  private MutationTable() {}

  /** One line for each mutant, the survivors by themselves, and totals. */
  static String of(List<MutantResult> results) {
    return "# Noticed\n\n| element | mutation | noticed by | it says |\n|---|---|---|---|\n"
        + lines(results.stream().filter(result -> !result.survived()).toList())
        + "\n# Survived, and nobody depends on it\n\n| element | mutation |\n|---|---|\n"
        + lines(results.stream().filter(v -> v.survived() && !v.isGap()).toList())
        + "\n# Survived, though somebody depends on it\n\n"
        + gaps(results).stream().map(gap -> gap + "\n").collect(Collectors.joining())
        + "\n# Totals\n\n"
        + totals(results);
  }

  /** The page {@code docs/spec-mutation.md}: what became of all mutants, in numbers. */
  static String page(List<MutantResult> results) {
    Map<String, List<MutantResult>> providers =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.mutant().origin().provider(),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder page = new StringBuilder(HEAD);
    providers.forEach((provider, of) -> page.append(total(provider, of)));
    return page.append("```\n\nBy what is changed:\n\n```\n")
        .append(totals(results))
        .append("```\n")
        .toString();
  }

  /** A sentence for each survivor that somebody depends on. */
  static List<String> gaps(List<MutantResult> results) {
    return results.stream().filter(MutantResult::isGap).map(MutantResult::sentence).toList();
  }

  private static String lines(List<MutantResult> results) {
    return results.stream().map(MutationTable::line).collect(Collectors.joining());
  }

  private static String line(MutantResult result) {
    Mutant mutant = result.mutant();
    String element = "| " + mutant.origin().provider() + " " + mutant.element();
    String line = element + " | " + mutant.kind() + ": " + mutant.change();
    return result.survived()
        ? line + " |\n"
        : line + " | " + result.noticedBy() + " | " + result.complaint() + " |\n";
  }

  /** How many mutants of each kind there are, and what became of them. */
  static String totals(List<MutantResult> results) {
    Map<Kind, List<MutantResult>> kinds =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.mutant().kind(),
                    () -> new EnumMap<>(Kind.class),
                    Collectors.toList()));
    StringBuilder text = new StringBuilder();
    kinds.forEach((kind, of) -> text.append(total(kind.toString(), of)));
    return text.append(total("all", results)).toString();
  }

  private static String total(String name, List<MutantResult> results) {
    StringBuilder line = new StringBuilder("%-18s %4d:".formatted(name, results.size()));
    for (Check check : Check.values()) {
      long noticed = results.stream().filter(result -> result.noticedBy() == check).count();
      if (noticed > 0) {
        line.append(" %s %d,".formatted(check, noticed));
      }
    }
    long gaps = results.stream().filter(MutantResult::isGap).count();
    long others = results.stream().filter(v -> v.survived() && !v.isGap()).count();
    return line.append(" survived %d, gaps %d\n".formatted(others, gaps)).toString();
  }
}
