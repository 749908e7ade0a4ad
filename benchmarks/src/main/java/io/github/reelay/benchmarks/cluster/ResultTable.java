package io.github.reelay.benchmarks.cluster;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The results, each printed as a row of a table in Markdown as soon as it is known. */
final class ResultTable {
  private final String proof;
  private boolean failed;

  private ResultTable(String proof) {
    this.proof = proof;
  }

  static void begin() {
    System.out.println("| proof | what | goal | found | met |");
    System.out.println("|---|---|---|---|---|");
  }

  /** The rows of one proof. */
  static ResultTable of(String proof) {
    return new ResultTable(proof);
  }

  boolean hasFailed() {
    return failed;
  }

  void atMost(String what, double bound, double found) {
    row(what, "≤ " + digits(bound), digits(found), found <= bound);
  }

  void atLeast(String what, double bound, double found) {
    row(what, "≥ " + digits(bound), digits(found), found >= bound);
  }

  void exactly(String what, long bound, long found) {
    row(what, Long.toString(bound), Long.toString(found), found == bound);
  }

  /** A figure that is only reported. */
  void figure(String what, double found) {
    row(what, "–", digits(found), null);
  }

  void fact(String what, String found) {
    row(what, "–", found, null);
  }

  void isTrue(String what, String goal, String found, boolean met) {
    row(what, goal, found, met);
  }

  private void row(String what, String goal, String found, @Nullable Boolean met) {
    failed |= Boolean.FALSE.equals(met);
    String verdict = met == null ? "–" : met ? "yes" : "no";
    System.out.println("| " + String.join(" | ", proof, what, goal, found, verdict) + " |");
  }

  private static String digits(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
  }
}
