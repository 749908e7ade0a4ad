package io.github.reelay.internal.download.format;

/** Whether a file is complete, as its structure shows. */
public enum VideoStructure {
  /** Its parts end exactly at the last byte, and those that a video needs are there. */
  WHOLE,
  /** Its last part has no size, so it ends wherever the file ends: this proves nothing. */
  OPEN,
  /** A part is larger than the rest of the file. */
  CUT,
  /** Its parts end exactly at the last byte, but what a video needs is not there. */
  INCOMPLETE,
  /** It does not consist of known parts. */
  UNKNOWN;

  /** Whether a file of the right size can be complete. */
  public boolean fits() {
    return this == WHOLE || this == OPEN;
  }
}
