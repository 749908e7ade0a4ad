package io.github.reelay.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file is no journal of handles, or one that is damaged before its end. The file was not changed.
 */
public final class JournalFormatException extends IOException {
  private static final long serialVersionUID = 1;

  private JournalFormatException(String sentence) {
    super(sentence);
  }

  static JournalFormatException foreign(Path file, String found) {
    return new JournalFormatException(
        "expected the journal "
            + file
            + " to begin with '"
            + JournalLine.HEADER
            + "', found "
            + found
            + "; choose another file, or the version of this library that wrote it");
  }

  static JournalFormatException damaged(Path file, long line) {
    return new JournalFormatException(
        "expected a line that agrees with its checksum, found damage in line "
            + line
            + " of the journal "
            + file
            + " with good lines behind it; bring back a copy of the file, or delete that line and"
            + " lose what it said");
  }
}
