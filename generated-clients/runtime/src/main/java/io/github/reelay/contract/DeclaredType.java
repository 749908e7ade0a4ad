package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;

/** The JSON type that a contract declares for a time. */
enum DeclaredType {
  INTEGER("an integer"),
  NUMBER("a number"),
  TEXT("text");

  private final String description;

  DeclaredType(String words) {
    this.description = words;
  }

  /** The type with its article, as the detail of a finding names it. */
  String description() {
    return description;
  }

  /** Whether a value of that token fits; 30.0 is an integer, and an integer is a number. */
  boolean fits(JsonToken token, ScalarValue written) {
    if (this == TEXT) {
      return token == JsonToken.VALUE_STRING;
    }
    return token == JsonToken.VALUE_NUMBER_INT
        || token.isNumeric() && (this == NUMBER || isWhole(written));
  }

  private static boolean isWhole(ScalarValue written) {
    BigDecimal number = Numbers.parse(written.text());
    return number != null && Numbers.isWhole(number);
  }
}
