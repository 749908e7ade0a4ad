package io.github.reelay.cli.terminal;

/** The command was given what it cannot work with; the message is one sentence for people. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean whole;

  /** The sentence says what was expected, what was found, and where. */
  public UsageException(String sentence) {
    this(sentence, false);
  }

  private UsageException(String sentence, boolean whole) {
    super(sentence);
    this.whole = whole;
  }

  /** A sentence that is printed however long it is, because it ends with a command to be copied. */
  public static UsageException whole(String sentence) {
    return new UsageException(sentence, true);
  }

  /** What a library says about its arguments is a sentence for people as well. */
  public UsageException(RuntimeException refused) {
    this(refused, false);
  }

  private UsageException(RuntimeException refused, boolean whole) {
    super(refused.getMessage(), refused);
    this.whole = whole;
  }

  /** What a library says of a document, which may list all names that exist. */
  public static UsageException ofDocument(IllegalArgumentException refused) {
    return new UsageException(refused, true);
  }

  /** Whether the sentence is printed however long it is: it quotes a few words at most. */
  public boolean isWhole() {
    return whole;
  }
}
