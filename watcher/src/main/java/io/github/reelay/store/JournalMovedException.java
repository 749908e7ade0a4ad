package io.github.reelay.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An open journal was deleted, moved or replaced by another process. What was to be written is not
 * kept.
 */
public final class JournalMovedException extends IOException {
  private static final long serialVersionUID = 1;

  JournalMovedException(Path journal, boolean replaced) {
    super(
        "expected the journal "
            + journal
            + " to be the file that was opened, found "
            + (replaced ? "another file in its place" : "it deleted or moved")
            + "; bring it back, or open the journal again");
  }
}
