package io.github.reelay.benchmarks.peers;

import java.util.List;
import java.util.Locale;

/** Bars in an SVG: the peer's figure next to ours, one pair for each row. */
final class Plot {
  private static final int WIDTH = 720;
  private static final int LEFT = 250;
  private static final int BAR = 16;
  private static final int STEP = 56;

  private Plot() {}

  /** The picture of rows that share a unit. */
  static String svg(String title, List<Row> rows) {
    double most =
        rows.stream()
            .mapToDouble(
                row -> Math.max(Figure.of(row.subject()).median(), Figure.of(row.peer()).median()))
            .max()
            .orElseThrow();
    StringBuilder svg = new StringBuilder(head(title, 60 + rows.size() * STEP));
    int y = 52;
    for (Row row : rows) {
      svg.append(text(8, y + BAR, row.what().split(", beside ")[0]));
      Bar subject = new Bar(Figure.of(row.subject()), "#2f6f9f", "Reelay");
      Bar peer = new Bar(Figure.of(row.peer()), "#b5b5b5", row.what().split(", beside ")[1]);
      svg.append(subject.svg(y, most)).append(peer.svg(y + BAR + 2, most));
      y += STEP;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String head(String title, int height) {
    return format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH, height)
        + text(8, 24, title);
  }

  private static String text(int x, int y, String text) {
    return format("<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, text);
  }

  private record Bar(Figure figure, String colour, String label) {

    String svg(int y, double most) {
      int width = (int) Math.max(1, figure.median() / most * (WIDTH - LEFT - 210));
      return format(
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
              LEFT, y, width, BAR, colour)
          + text(LEFT + width + 6, y + BAR - 4, format("%.1f  %s", figure.median(), label));
    }
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
