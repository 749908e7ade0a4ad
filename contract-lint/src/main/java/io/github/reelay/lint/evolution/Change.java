package io.github.reelay.lint.evolution;

/**
 * One difference between a released document and the working one.
 *
 * @param severity what it means to a reader of responses
 * @param pointer where it is, as a JSON Pointer into the document with references resolved
 * @param subject name of the element, such as {@code GenerationTask.url}
 * @param what what happened to it, such as {@code is gone}; with the pointer it identifies the
 *     change
 */
record Change(Severity severity, String pointer, String subject, String what) {

  /** Whether a changelog has to name it: what no reader notices needs no name. */
  boolean notable() {
    return severity.compareTo(Severity.PATCH) > 0;
  }

  /**
   * The same as a patch, for a waiver. It is no less than that, because the document did change.
   */
  Change waived() {
    return new Change(Severity.PATCH, pointer, subject, what);
  }

  /** The subject as it has to stand in the changelog. */
  String quoted() {
    return "`" + subject + "`";
  }

  @Override
  public String toString() {
    String place = pointer.isEmpty() ? "the root" : pointer;
    return severity + ": " + quoted() + " " + what + ", at " + place;
  }
}
