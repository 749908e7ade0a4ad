package io.github.reelay.cli;

/** The command was given what it cannot work with; the message is one sentence for people. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }

  /** What a library says about its arguments is a sentence for people as well. */
  UsageException(RuntimeException refused) {
    super(refused.getMessage(), refused);
  }
}
