package io.github.reelay.benchmarks.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param folder where the logs of a run are kept
 * @param brief whether only a short form of three proofs is wanted
 * @param scale by what repetitions and long phases are multiplied
 * @param proofs the names of the proofs; empty for all
 */
record Options(Path folder, boolean brief, double scale, List<String> proofs) {

  /** From the command line: a folder, and then {@code [--brief] [--scale F] [PROOF…]}. */
  static Options of(String[] arguments) {
    List<String> rest = new ArrayList<>(List.of(arguments));
    Path folder = Path.of(rest.remove(0));
    boolean brief = rest.remove("--brief");
    int option = rest.indexOf("--scale");
    double scale = 1;
    if (option >= 0) {
      scale = Double.parseDouble(rest.remove(option + 1));
      rest.remove(option);
    }
    return new Options(folder, brief, scale, List.copyOf(rest));
  }

  /** The repetitions of a run where a full one has that many; at least one. */
  int times(int full) {
    return (int) Math.max(1, Math.round(full * scale));
  }

  /** The length of a phase where a full run has that many seconds; never shorter than the least. */
  Duration lasting(int fullSeconds, int leastSeconds) {
    return Duration.ofMillis(
        Math.max(leastSeconds * 1_000L, Math.round(fullSeconds * scale * 1_000)));
  }
}
