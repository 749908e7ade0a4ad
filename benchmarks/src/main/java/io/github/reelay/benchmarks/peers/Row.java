package io.github.reelay.benchmarks.peers;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One line of the table.
 *
 * @param name a short name that stays the same from run to run, for the file of raw figures
 * @param what what is compared with what
 * @param unit the unit of both figures
 * @param goal what the ratio is to be
 * @param subject ours, one measurement for each round
 * @param peer the peer's, of the same rounds
 */
record Row(
    String name, String what, String unit, Goal goal, List<Double> subject, List<Double> peer) {
  Row {
    subject = List.copyOf(subject);
    peer = List.copyOf(peer);
    if (subject.isEmpty() || subject.size() != peer.size()) {
      throw new IllegalArgumentException(
          "expected as many rounds of both, found " + subject.size() + " and " + peer.size());
    }
  }

  /**
   * Whether the peer was measured, and is no fixed figure: only then does a slower machine slow
   * both, and the ratio can be compared with that of another run.
   */
  boolean hasMeasuredPeer() {
    return peer.stream().distinct().count() > 1;
  }

  /** Round by round: what the machine does to one round it does to both sides of it. */
  Figure ratio() {
    return Figure.of(
        IntStream.range(0, subject.size())
            .mapToObj(round -> subject.get(round) / peer.get(round))
            .toList());
  }

  String line() {
    Figure ratio = ratio();
    return String.join(
        " | ",
        "| " + what,
        unit,
        Figure.of(subject).shown(),
        Figure.of(peer).shown(),
        ratio.shown(),
        goal.shown(),
        goal.verdict(ratio.median()) + " |");
  }
}
