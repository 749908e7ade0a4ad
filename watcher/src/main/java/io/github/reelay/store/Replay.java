package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a journal from its beginning, and learns which handles it leaves open. */
final class Replay {
  private static final Pattern OTHER_VERSION = Pattern.compile("reelay-handles (?!1\\b)\\d+");
  private static final String HEADER = JournalLine.HEADER + "\n";

  private final Path file;
  private final HandleSet open = new HandleSet();
  private long records;
  private long end;
  private boolean ended = true;
  private long damagedLine;

  private Replay(Path file) {
    this.file = file;
  }

  /**
   * Reads all of it.
   *
   * @throws JournalFormatException if it is no journal, or damaged before an intact line
   */
  static Replay of(Path file) throws IOException {
    Replay replay = new Replay(file);
    // A channel would be closed by an interrupt.
    try (InputStream in = new FileInputStream(file.toFile())) {
      if (replay.header(in.readNBytes(HEADER.length()))) {
        replay.records(new Lines(in));
      }
    }
    return replay;
  }

  /** The header; false if it was never written whole, so that nothing can follow it. */
  private boolean header(byte[] bytes) throws JournalFormatException {
    String found = new String(bytes, ISO_8859_1);
    if (found.equals(HEADER)) {
      end = bytes.length;
    } else if (!HEADER.startsWith(found)) {
      // Never the text itself: whatever file that is, it may hold a secret.
      Matcher other = OTHER_VERSION.matcher(found);
      throw JournalFormatException.foreign(
          file, other.lookingAt() ? "'" + other.group() + "'" : "something else");
    }
    return end > 0;
  }

  private void records(Lines lines) throws IOException {
    JournalParser parser = new JournalParser();
    for (long number = 2; lines.next(); number++) {
      JournalLine line = parser.parse(lines.buffer(), lines.from(), lines.to());
      if (line != null) {
        keep(line, lines);
      } else if (damagedLine == 0) {
        damagedLine = number;
      }
    }
  }

  private void keep(JournalLine line, Lines lines) throws JournalFormatException {
    if (damagedLine > 0) {
      throw JournalFormatException.damaged(file, damagedLine);
    }
    if (line.opened()) {
      open.add(line.handle());
    } else {
      open.remove(line.handle());
    }
    records++;
    end += lines.length();
    ended = lines.ended();
  }

  /** The handles that are open, in the order in which they were opened. */
  HandleSet open() {
    return open;
  }

  /** How many intact records there are. */
  long records() {
    return records;
  }

  /** Where the intact lines end; 0 if not even the header is whole. */
  long end() {
    return end;
  }

  /** Whether the last intact line has its end. */
  boolean ended() {
    return ended;
  }
}
