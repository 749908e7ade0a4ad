package io.github.reelay.contracttests.structure;

/**
 * Measured by a test: eleven lines of code, two methods.
 *
 * <p>{ braces } in a comment count nothing.
 */
final class Sample {
  private static final String BRACES = "{{{ // no comment";

  // The constructor is a method of three lines.
  Sample() {
    super();
  }

  /** Five lines. */
  String braces() {

    Runnable inner = () -> {};
    return BRACES + inner;
  }
}
