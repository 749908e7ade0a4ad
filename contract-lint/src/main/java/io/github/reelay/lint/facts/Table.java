package io.github.reelay.lint.facts;

import io.github.reelay.lint.facts.Reference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The traceability table for the build's log: a few lines per provider. */
public final class Table {
  private static final int WIDTH = 100;

  private final Traceability traceability;

  private Table(Traceability traceability) {
    this.traceability = traceability;
  }

  /** A block for each provider, in lines of at most 100 characters that end as on this system. */
  public static String of(Traceability traceability) {
    Table table = new Table(traceability);
    return String.join(
        "", traceability.sources().stream().map(source -> table.block(source.register())).toList());
  }

  private String block(FactRegister register) {
    StringBuilder block = new StringBuilder();
    block.append(
        "%s: %d facts, %d contradictions, %d pieces of evidence%n"
            .formatted(
                register.provider(),
                register.facts().size(),
                register.contradictions().size(),
                register.evidence().size()));
    line(block, "in the spec", register, fact -> in(fact, Kind.SPEC) && !in(fact, Kind.TEST));
    line(block, "spec and test", register, fact -> in(fact, Kind.SPEC) && in(fact, Kind.TEST));
    line(block, "in a test", register, fact -> !in(fact, Kind.SPEC) && in(fact, Kind.TEST));
    line(block, "not applicable", register, fact -> fact.notApplicable() != null);
    line(block, "WITHOUT A HOME", register, this::isHomeless);
    return block.toString();
  }

  private boolean in(RegisterEntry fact, Kind kind) {
    return traceability.has(fact.number(), kind);
  }

  private boolean isHomeless(RegisterEntry fact) {
    return fact.notApplicable() == null && !in(fact, Kind.SPEC) && !in(fact, Kind.TEST);
  }

  private static void line(
      StringBuilder block, String title, FactRegister register, Predicate<RegisterEntry> chosen) {
    List<RegisterEntry> facts = register.facts().stream().filter(chosen).toList();
    if (facts.isEmpty()) {
      return;
    }
    String head = "  %-14s %3d  ".formatted(title, facts.size());
    StringBuilder row = new StringBuilder(head);
    for (String run : runs(register, facts)) {
      if (row.length() + run.length() > WIDTH) {
        block.append(row.toString().stripTrailing()).append(System.lineSeparator());
        row = new StringBuilder(" ".repeat(head.length()));
      }
      row.append(run).append(' ');
    }
    block.append(row.toString().stripTrailing()).append(System.lineSeparator());
  }

  /** The numbers, with neighbours drawn together: {@code T1-T5}. */
  private static List<String> runs(FactRegister register, List<RegisterEntry> facts) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= facts.size(); i++) {
      boolean follows =
          i < facts.size()
              && register.facts().indexOf(facts.get(i))
                  == register.facts().indexOf(facts.get(i - 1)) + 1;
      if (!follows) {
        String first = facts.get(from).number();
        runs.add(i - 1 == from ? first : first + "-" + facts.get(i - 1).number());
        from = i;
      }
    }
    return runs;
  }
}
