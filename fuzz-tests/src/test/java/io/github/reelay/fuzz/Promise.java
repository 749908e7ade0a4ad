package io.github.reelay.fuzz;

/** What a target promises of every input. */
public final class Promise {
  private Promise() {}

  /**
   * Checks one promise.
   *
   * @param promise what was expected, as a clause that follows "expected"
   * @throws AssertionError if it is broken
   */
  public static void check(boolean kept, String promise) {
    if (!kept) {
      throw new AssertionError("expected " + promise + ", found an input that breaks it");
    }
  }
}
