package io.github.reelay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file is no journal of handles, or one that is damaged where its lines were on the disk already.
 * The file was not changed.
 */
public final class JournalFormatException extends IOException {
  private static final long serialVersionUID = 1;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private JournalFormatException(String sentence) {
    super(sentence);
  }

  static JournalFormatException foreign(Path file, String found) {
    return new JournalFormatException(
        "expected the journal "
            + file
            + " to begin with '"
            + JournalLine.HEADER
            + "' or '"
            + JournalLine.HEADER_2
            + "', found "
            + found
            + "; choose another file, or the version of this library that wrote it");
  }

  static JournalFormatException damaged(Path file, List<DamagedLines> lines) {
    return new JournalFormatException(
        "expected every line of the journal to agree with its checksum, found damage in "
            + DamagedLines.named(lines)
            + "; bring back a copy of the file, or keep what can be read with: reelay watch --state"
            + " "
            + quoted(file.toString())
            + " --repair");
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
