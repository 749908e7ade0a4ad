package io.github.reelay.contracttests.mutation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Verdicts in words. */
final class MutationTable {
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
