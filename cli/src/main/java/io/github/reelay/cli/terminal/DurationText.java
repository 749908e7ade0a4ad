package io.github.reelay.cli.terminal;

import java.time.Duration;

/** Lengths of time as people read them; {@link DurationParser} reads what people write. */
public final class DurationText {
  private DurationText() {}

  /** As people read it: 200 ms, 40 s, 16 min. */
  public static String text(Duration span) {
    if (span.toMillisPart() != 0 || span.isZero()) {
      return span.toMillis() + " ms";
    }
    boolean minutes = span.toSeconds() >= 60 && span.toSecondsPart() == 0;
    return minutes ? span.toMinutes() + " min" : span.toSeconds() + " s";
  }
}
