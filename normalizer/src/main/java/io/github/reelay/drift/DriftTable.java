package io.github.reelay.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for people. */
final class DriftTable {
  private static final List<String> TITLES =
      List.of(
          "PROVIDER",
          "KIND",
          "POINTER",
          "COUNT",
          "ANSWERS",
          "FIRST SEEN",
          "LAST SEEN",
          "DETAIL",
          "EXAMPLE"); // last, since its characters may be of any width

  private DriftTable() {}

  static List<String> lines(DriftReport report) {
    List<String> lines = new ArrayList<>();
    if (!report.rows().isEmpty()) {
      lines.addAll(table(report.rows()));
      lines.add("");
    }
    lines.add(summary(report));
    return lines;
  }

  private static List<String> table(List<DriftRow> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(TITLES);
    rows.forEach(row -> table.add(cells(row)));
    int[] widths = new int[TITLES.size()];
    for (List<String> cells : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    return table.stream().map(cells -> line(cells, widths)).toList();
  }

  private static List<String> cells(DriftRow row) {
    return List.of(
        row.provider(),
        row.kind().jsonName(),
        ExampleText.harmless(row.pointer()),
        String.valueOf(row.count()),
        row.answers() + " of " + row.of(),
        orDash(row.firstSeen()),
        orDash(row.lastSeen()),
        row.detail(),
        orDash(row.example()));
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : ExampleText.harmless(text);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String summary(DriftReport report) {
    StringBuilder line = new StringBuilder();
    line.append(report.answers()).append(report.answers() == 1 ? " answer, " : " answers, ");
    line.append(report.drifted() ? report.driftedAnswers() + " drifted" : "none drifted");
    if (report.answersWithoutTask() > 0) {
      line.append("; ").append(report.answersWithoutTask()).append(" without a task: ");
      line.append(
          report.withoutTask().entrySet().stream()
              .map(kind -> kind.getKey().jsonName() + " " + kind.getValue())
              .collect(Collectors.joining(", ")));
    }
    if (report.otherFindings() > 0) {
      line.append("; ").append(report.otherFindings()).append(" findings beyond the last row");
    }
    if (report.truncatedAnswers() > 0) {
      line.append("; ").append(report.truncatedAnswers()).append(" with more than is listed");
    }
    return line.toString();
  }
}
