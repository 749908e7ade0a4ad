package io.github.reelay.contract;

import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.reelay.internal.text.Utf8Parsers;

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

  /** The largest body whose member names are remembered for the next one: 64 KiB. */
  private static final int COMMON_BODY = 64 << 10;

  /** Shared by small bodies, so that each member name is decoded once; refuses a long name. */
  private static final Utf8Parsers COMMON = parsers(NAME_LENGTH, true);

  private BodyLimits() {}

  /**
   * The parsers for a body of that size. They fail at a name of more than {@link #NAME_LENGTH} in a
   * small body, which is then parsed again by {@link #parsersOfOneBody}.
   */
  static Utf8Parsers parsersOf(int bytes) {
    return bytes <= COMMON_BODY ? COMMON : parsersOfOneBody();
  }

  /** New ones: they take names of any length, which are garbage together with the body. */
  static Utf8Parsers parsersOfOneBody() {
    return parsers(BODY_BYTES, false);
  }

  private static Utf8Parsers parsers(int nameLength, boolean intern) {
    return new Utf8Parsers(
        StreamReadConstraints.builder()
            .maxDocumentLength(BODY_BYTES)
            .maxNestingDepth(SKIPPED_DEPTH)
            .maxStringLength(BODY_BYTES)
            .maxNameLength(nameLength)
            .maxNumberLength(BODY_BYTES)
            .build(),
        intern);
  }
}
