package io.github.reelay.store;

import java.io.IOException;
import java.nio.file.Path;

/** A journal cannot be opened because another store, in this process or another, has it open. */
public final class JournalInUseException extends IOException {
  private static final long serialVersionUID = 1;

  JournalInUseException(Path journal, String holder) {
    super(
        "expected the journal "
            + journal
            + " to be free, found it open in "
            + holder
            + "; stop that one first, or choose another file");
  }
}
