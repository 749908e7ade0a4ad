package io.github.reelay.contracttools.mutation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Verdicts in words. */
final class MutationTable {
  private MutationTable() {}

  /** One line for each mutant, the survivors by themselves, and totals. */
  static String of(List<Verdict> verdicts) {
    return "# Noticed\n\n| element | mutation | noticed by | it says |\n|---|---|---|---|\n"
        + lines(verdicts.stream().filter(verdict -> !verdict.survived()).toList())
        + "\n# Survived, and nobody depends on it\n\n| element | mutation |\n|---|---|\n"
        + lines(verdicts.stream().filter(v -> v.survived() && !v.isGap()).toList())
        + "\n# Survived, though somebody depends on it\n\n"
        + gaps(verdicts).stream().map(gap -> gap + "\n").collect(Collectors.joining())
        + "\n# Totals\n\n"
        + totals(verdicts);
  }

  /** A sentence for each survivor that somebody depends on. */
  static List<String> gaps(List<Verdict> verdicts) {
    return verdicts.stream().filter(Verdict::isGap).map(Verdict::sentence).toList();
  }

  private static String lines(List<Verdict> verdicts) {
    return verdicts.stream().map(MutationTable::line).collect(Collectors.joining());
  }

  private static String line(Verdict verdict) {
    Mutant mutant = verdict.mutant();
    String element = "| " + mutant.origin().provider() + " " + mutant.element();
    String line = element + " | " + mutant.kind() + ": " + mutant.change();
    return verdict.survived()
        ? line + " |\n"
        : line + " | " + verdict.noticedBy() + " | " + verdict.complaint() + " |\n";
  }

  /** How many mutants of each kind there are, and what became of them. */
  static String totals(List<Verdict> verdicts) {
    Map<Kind, List<Verdict>> kinds =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.mutant().kind(),
                    () -> new EnumMap<>(Kind.class),
                    Collectors.toList()));
    StringBuilder text = new StringBuilder();
    kinds.forEach((kind, of) -> text.append(total(kind.toString(), of)));
    return text.append(total("all", verdicts)).toString();
  }

  private static String total(String name, List<Verdict> verdicts) {
    StringBuilder line = new StringBuilder("%-18s %4d:".formatted(name, verdicts.size()));
    for (Check check : Check.values()) {
      long noticed = verdicts.stream().filter(verdict -> verdict.noticedBy() == check).count();
      if (noticed > 0) {
        line.append(" %s %d,".formatted(check, noticed));
      }
    }
    long gaps = verdicts.stream().filter(Verdict::isGap).count();
    long others = verdicts.stream().filter(v -> v.survived() && !v.isGap()).count();
    return line.append(" survived %d, gaps %d\n".formatted(others, gaps)).toString();
  }
}
