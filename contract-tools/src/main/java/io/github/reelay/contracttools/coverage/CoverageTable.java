package io.github.reelay.contracttools.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table for the build's log: one line per provider. */
final class CoverageTable {
  private CoverageTable() {}

  static String of(List<Coverage> rows) {
    List<String> titles = new ArrayList<>(List.of("pact against spec", "interactions"));
    titles.addAll(rows.get(0).measures().keySet());
    StringBuilder table = new StringBuilder(line(titles));
    for (Coverage row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.pact().provider());
      cells.add(String.valueOf(row.pact().interactions().size()));
      row.measures().values().forEach(measure -> cells.add(measure.ratio()));
      table.append(line(cells));
    }
    return table.toString();
  }

  private static String line(List<String> cells) {
    return cells.get(0)
        + " ".repeat(18 - cells.get(0).length())
        + cells.stream().skip(1).map("%13s"::formatted).collect(Collectors.joining())
        + System.lineSeparator();
  }
}
