package io.github.reelay.cli.terminal;

/** The command was given what it cannot work with; the message is one sentence for people. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The sentence says what was expected, what was found, and where. */
  public UsageException(String sentence) {
    super(sentence);
  }

  /** What a library says about its arguments is a sentence for people as well. */
  public UsageException(RuntimeException refused) {
    super(refused.getMessage(), refused);
  }
}
