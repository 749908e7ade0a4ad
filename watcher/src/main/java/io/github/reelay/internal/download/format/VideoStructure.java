package io.github.reelay.internal.download.format;

/** What the structure of a file says about its end. */
public enum VideoStructure {
  /** Its parts end exactly at the last byte, and those that a video needs are there. */
  WHOLE,
  /** Its last part reaches to the end, wherever that is: this proves nothing. */
  OPEN,
  /** A part is to be larger than what is left of the file. */
  CUT,
  /** Its parts end exactly at the last byte, but what a video needs is not there. */
  INCOMPLETE,
  /** Something in it is not made of parts as they are known. */
  UNKNOWN;

  /** Whether it has nothing against a file whose size is known to be right. */
  public boolean fits() {
    return this == WHOLE || this == OPEN;
  }
}
