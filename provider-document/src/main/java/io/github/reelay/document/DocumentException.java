package io.github.reelay.document;

/** A document says something that cannot be read; the message is one sentence for its author. */
public final class DocumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String problem;

  /**
   * Names what is wrong.
   *
   * @param document the document, such as {@code my-provider.yaml}
   * @param pointer JSON Pointer to what is wrong; empty for the document itself
   * @param expected what may stand there
   * @param found what stands there
   */
  public DocumentException(String document, String pointer, String expected, String found) {
    super(
        document
            + (pointer.isEmpty() ? "" : " " + pointer)
            + ": expected "
            + expected
            + ", found "
            + found);
    this.pointer = pointer;
    this.problem = "expected " + expected + ", found " + found;
  }

  /** JSON Pointer to what is wrong; empty for the document itself. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong, without the document and the place. */
  public String problem() {
    return problem;
  }
}
