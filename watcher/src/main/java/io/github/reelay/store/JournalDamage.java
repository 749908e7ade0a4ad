package io.github.reelay.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal that are not as they were written, and whether they can have been on the
 * disk when the caller got the confirmation. They were not if they belong to a batch that goes to
 * the end of the file, or if nothing intact follows and they are cut short or were never written. A
 * line that one bit separates from an intact one was on the disk, wherever it stands.
 */
final class JournalDamage {
  enum Kind {
    NONE,
    /** The end of the last line is missing: the program ended while it wrote. */
    TORN,
    /** Pages of the last batch are missing: the power failed while they were written. */
    UNFORCED,
    /** Lines that were kept are lost. */
    LOSS
  }

  private final List<DamagedLines> lines = new ArrayList<>();
  private Kind last = Kind.NONE;
  private long first = -1;
  private boolean followed;
  private boolean rotten;
  private @Nullable BatchMark mark;

  /**
   * A damaged line.
   *
   * @param wasIntact whether it was on the disk as it was written
   */
  void found(long number, long at, LineScanner line, boolean wasIntact) {
    if (first < 0) {
      first = at;
    }
    rotten |= wasIntact;
    Kind kind = kind(line);
    last = kind.compareTo(last) > 0 ? kind : last;
    DamagedLines next = DamagedLines.of(number, line.buffer(), line.from(), line.to());
    DamagedLines before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
    if (before != null && before.joins(next)) {
      lines.set(lines.size() - 1, new DamagedLines(before.first(), number, null));
    } else {
      lines.add(next);
    }
  }

  /** What a line is if nothing intact follows it. An empty one never said anything. */
  private static Kind kind(LineScanner line) {
    for (int i = line.from(); i < line.to(); i++) {
      if (line.buffer()[i] == 0) {
        return Kind.UNFORCED;
      }
    }
    return line.ended() && line.length() > 1 ? Kind.LOSS : Kind.TORN;
  }

  /** An intact line, and the mark that it is, if any. */
  void intact(long from, long to, @Nullable BatchMark found) {
    followed |= first >= 0;
    if (found != null && found.contains(from, to)) {
      mark = found;
    }
  }

  /** What the damage means in a file of that many bytes. */
  Kind kind(long size) {
    if (first < 0) {
      return Kind.NONE;
    }
    if (rotten) {
      return Kind.LOSS;
    }
    if (!followed && last == Kind.TORN) {
      return Kind.TORN;
    }
    if (mark != null && mark.contains(first, size)) {
      return Kind.UNFORCED;
    }
    boolean behind = mark == null || first >= mark.to();
    return followed || !behind ? Kind.LOSS : last;
  }

  /** The damaged lines; neighbours are reported as one. */
  List<DamagedLines> lines() {
    return List.copyOf(lines);
  }
}
