package io.github.reelay.contract;

/**
 * How large a response may be. What is read is held only within these limits: beyond them it is
 * absent, with a finding. What is skipped may be of any length. A body is refused as a whole beyond
 * {@link #BODY_BYTES} and {@link #SKIPPED_DEPTH}. The largest documented response has 1,757 bytes.
 */
public final class BodyLimits {
  /** Bytes of one body, after decompression: 8 MiB. */
  public static final int BODY_BYTES = 8 << 20;

  /** The deepest nesting of objects and arrays in which a value is read. */
  public static final int DEPTH = 64;

  /** The deepest nesting in what is skipped, where the parser still holds each level in memory. */
  public static final int SKIPPED_DEPTH = 10_000;

  /** Characters of one string value that is read: 256 Ki. */
  public static final int STRING_LENGTH = 256 << 10;

  /** Characters of one member's name: 1 Ki. A member with a longer name is skipped. */
  public static final int NAME_LENGTH = 1 << 10;

  /** Digits of one number that is read, its exponent's included. */
  public static final int NUMBER_LENGTH = 64;

  /** Elements of lists and members of maps that are kept of one body, all together. */
  public static final int ELEMENTS = 50_000;

  /** Findings of one body; further ones are not made. */
  public static final int FINDINGS = 100;

  private BodyLimits() {}
}
