package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How large an answer may be. A body beyond one of these is refused as a whole; the largest
 * documented answer has 1,757 bytes.
 */
public final class Limits {
  /** Bytes of one body, after decompression: 1 MiB. */
  public static final int BODY_BYTES = 1 << 20;

  /** Objects and arrays inside each other. */
  public static final int DEPTH = 64;

  /** Characters of one string value: 256 Ki. */
  public static final int STRING_LENGTH = 256 << 10;

  /** Bytes of one member's name in UTF-8, unescaped: 1 Ki. */
  public static final int NAME_LENGTH = 1 << 10;

  /** Digits of one number, its exponent's included. */
  public static final int NUMBER_LENGTH = 64;

  /** JSON tokens of one body. */
  public static final int TOKENS = 50_000;

  /** Findings of one body; further ones are not made. */
  public static final int FINDINGS = 100;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(BODY_BYTES)
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(STRING_LENGTH)
                  .maxNameLength(NAME_LENGTH)
                  .maxNumberLength(NUMBER_LENGTH)
                  .maxTokenCount(TOKENS)
                  .build())
          .build();

  private Limits() {}
}
