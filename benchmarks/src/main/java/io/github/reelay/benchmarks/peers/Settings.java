package io.github.reelay.benchmarks.peers;

import java.nio.file.Path;

/**
 * How long a run measures, and with what.
 *
 * @param java the {@code java} of the children
 * @param foreign the folder of the libraries that only a peer needs
 * @param root the root of the project
 * @param warmUp milliseconds of a window before those that count
 * @param window milliseconds of a window
 * @param rounds how many windows of each client
 * @param brief whether only what {@code .ci/run} holds is measured
 */
record Settings(
    String java, Path foreign, Path root, long warmUp, long window, int rounds, boolean brief) {

  static Settings full(String java, Path foreign, Path root) {
    return new Settings(java, foreign, root, 5_000, 3_000, 7, false);
  }

  static Settings brief(String java, Path foreign, Path root) {
    return new Settings(java, foreign, root, 3_500, 1_500, 5, true);
  }

  /**
   * How many windows of each client are thrown away. The callers leave the compiler little time;
   * and what only runs at the beginning and the end of a window makes it compile what both share
   * once more.
   */
  int warmUps() {
    return brief ? 2 : 4;
  }
}
