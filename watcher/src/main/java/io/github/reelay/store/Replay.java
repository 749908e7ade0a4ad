package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a journal from its beginning, and learns which handles it leaves open. */
final class Replay {
  private static final Pattern OTHER_VERSION = Pattern.compile("reelay-handles (?![12]\\b)\\d+");
  private static final String HEADER = JournalLine.HEADER + "\n";
  private static final String HEADER_2 = JournalLine.HEADER_2 + "\n";

  /** How far an intact line is looked for in what does not begin as a journal. */
  private static final long SEARCHED = 1 << 20;

  private static final int LONGEST_TRIED = 600;
  private static final int MOST_TRIED = 16;

  private final Path file;
  private final JournalParser parser = new JournalParser();
  private final CompactHandleSet open = new CompactHandleSet();
  private final JournalDamage damage = new JournalDamage();
  private long records;
  private long end;
  private boolean ended = true;
  private int tried;

  /** Whether the header allows times of submission. */
  private boolean hasTimes;

  /** Where the next line begins. */
  private long at;

  private Replay(Path file) {
    this.file = file;
  }

  /**
   * Reads all of it, behind damaged lines too.
   *
   * @param file its name, for messages
   * @param in what stands in it; not closed
   * @throws JournalFormatException if it is no journal
   */
  static Replay of(Path file, InputStream in) throws IOException {
    Replay replay = new Replay(file);
    byte[] header = in.readNBytes(HEADER.length());
    String found = new String(header, ISO_8859_1);
    replay.hasTimes = found.equals(HEADER_2);
    if (found.equals(HEADER) || found.equals(HEADER_2)) {
      replay.at = header.length;
      replay.end = header.length;
      replay.records(new LineScanner(in), 2);
    } else if (!HEADER.startsWith(found) && !HEADER_2.startsWith(found)) {
      PushbackInputStream again = new PushbackInputStream(in, header.length);
      again.unread(header);
      replay.headless(found, again);
    }
    return replay;
  }

  /** A file that does not begin as a journal is a damaged one if any line of it is intact. */
  private void headless(String found, InputStream in) throws IOException {
    // Never the text itself: whatever file that is, it may hold a secret.
    Matcher other = OTHER_VERSION.matcher(found);
    if (other.lookingAt()) {
      throw JournalFormatException.foreign(file, "'" + other.group() + "'");
    }
    records(new LineScanner(in), 1);
    if (end == 0) {
      throw JournalFormatException.foreign(file, "something else");
    }
  }

  private void records(LineScanner lines, long first) throws IOException {
    for (long number = first; (end > 0 || at < SEARCHED) && lines.next(); number++) {
      JournalLine line =
          lines.whole() ? parser.parse(lines.buffer(), lines.from(), lines.to()) : null;
      if (line == null) {
        damage.found(number, at, lines, wasIntact(lines));
      } else {
        keep(line, lines);
      }
      at += lines.length();
    }
  }

  /**
   * Whether a single bit makes the line what it was: then all of it had been written, and a page
   * that is missing is no explanation. One such line decides, so the first lines are enough.
   */
  private boolean wasIntact(LineScanner lines) {
    int length = lines.to() - lines.from();
    if (!lines.whole() || length > LONGEST_TRIED || tried == MOST_TRIED) {
      return false;
    }
    tried++;
    byte[] bytes = lines.buffer();
    for (int bit = 8 * lines.from(); bit < 8 * lines.to(); bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      int to = bytes[bit / 8] == '\n' ? bit / 8 : lines.to();
      boolean intact = parser.parse(bytes, lines.from(), to) != null;
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      if (intact) {
        return true;
      }
    }
    return false;
  }

  private void keep(JournalLine line, LineScanner lines) {
    BatchMark mark = BatchMark.of(line);
    end = at + lines.length();
    damage.intact(at, end, mark);
    Map.Entry<String, String> dialect = line.dialect();
    if (line.opened()) {
      open.add(line.handle(), line.submittedAt());
    } else if (dialect != null) {
      open.nameDialectFile(dialect.getKey(), dialect.getValue());
    } else {
      open.remove(line.handle());
    }
    records += mark == null ? 1 : 0;
    ended = lines.ended();
  }

  /**
   * The damage that there is, if the journal can be used in spite of it.
   *
   * @throws JournalFormatException if lines are damaged that were on the disk already
   */
  JournalDamage tolerated() throws JournalFormatException {
    if (damage.kind(at) == JournalDamage.Kind.LOSS) {
      throw JournalFormatException.damaged(file, damage.lines());
    }
    return damage;
  }

  /** All damage, also what {@link #tolerated} would refuse; for a repair. */
  JournalDamage damage() {
    return damage;
  }

  /** The size of the journal, all damage counted. */
  long size() {
    return at;
  }

  /** The handles that are open, in the order in which they were opened. */
  CompactHandleSet open() {
    return open;
  }

  /** How many intact records there are, marks not counted. */
  long records() {
    return records;
  }

  /** Whether the header allows times of submission. */
  boolean hasTimes() {
    return hasTimes;
  }

  /** Where the last intact line ends; 0 if not even the header is whole. */
  long end() {
    return end;
  }

  /** Whether the last intact line has its end. */
  boolean ended() {
    return ended;
  }
}
