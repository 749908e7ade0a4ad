package io.github.reelay.store;

import java.io.IOException;

/** What stands under a name that a journal needs is not what a journal may use or replace. */
final class JournalPathException extends IOException {
  private static final long serialVersionUID = 1;

  JournalPathException(String sentence) {
    super(sentence);
  }
}
