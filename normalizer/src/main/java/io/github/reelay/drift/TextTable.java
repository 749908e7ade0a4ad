package io.github.reelay.drift;

import java.util.ArrayList;
import java.util.List;

/** Lays out a table as text: each column is as wide as its widest cell, with two blanks between. */
public final class TextTable {
  private TextTable() {}

  /**
   * The lines of a table, the titles first, without blanks at their ends.
   *
   * @param titles one for each column
   * @param rows as many cells each as there are titles
   * @throws IllegalArgumentException if a row has another number of cells
   */
  public static List<String> lines(List<String> titles, List<List<String>> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(titles);
    table.addAll(rows);
    int[] widths = new int[titles.size()];
    for (List<String> cells : table) {
      if (cells.size() != widths.length) {
        throw new IllegalArgumentException(
            "expected " + widths.length + " cells in each row, found " + cells.size());
      }
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    return table.stream().map(cells -> line(cells, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
