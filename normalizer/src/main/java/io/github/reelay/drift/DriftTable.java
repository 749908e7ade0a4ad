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
          "RESPONSES",
          "FIRST SEEN",
          "LAST SEEN",
          "DETAIL",
          "EXAMPLE"); // last, since its characters may be of any width

  private DriftTable() {}

  static List<String> lines(DriftReport report) {
    List<String> lines = new ArrayList<>();
    if (!report.rows().isEmpty()) {
      lines.addAll(TextTable.lines(TITLES, report.rows().stream().map(DriftTable::cells).toList()));
      lines.add("");
    }
    lines.add(summary(report));
    return lines;
  }

  private static List<String> cells(DriftRow row) {
    return List.of(
        row.provider(),
        row.kind().jsonName(),
        ExampleText.harmless(row.pointer()),
        String.valueOf(row.count()),
        row.responses() + " of " + row.of(),
        orDash(row.firstSeen()),
        orDash(row.lastSeen()),
        row.detail(),
        orDash(row.example()));
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : ExampleText.harmless(text);
  }

  private static String summary(DriftReport report) {
    StringBuilder line = new StringBuilder();
    line.append(report.responses())
        .append(report.responses() == 1 ? " response, " : " responses, ");
    line.append(report.drifted() ? report.driftedResponses() + " drifted" : "none drifted");
    if (report.responsesWithoutTask() > 0) {
      line.append("; ").append(report.responsesWithoutTask()).append(" without a task: ");
      line.append(
          report.withoutTask().entrySet().stream()
              .map(kind -> kind.getKey().jsonName() + " " + kind.getValue())
              .collect(Collectors.joining(", ")));
    }
    if (report.otherFindings() > 0) {
      line.append("; ").append(report.otherFindings()).append(" findings beyond the last row");
    }
    if (report.truncatedResponses() > 0) {
      line.append("; ").append(report.truncatedResponses()).append(" with more than is listed");
    }
    return line.toString();
  }
}
