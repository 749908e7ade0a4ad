package io.github.reelay.contract;

import org.jspecify.annotations.Nullable;

/** Reads any JSON value whole; of the numbers in it, one that no double can hold is null. */
final class Tree {
  private final Cursor cursor;
  private boolean outOfRange;

  Tree(Cursor cursor) {
    this.cursor = cursor;
  }

  boolean outOfRange() {
    return outOfRange;
  }

  @Nullable Object read(ContractReader in) {
    return switch (cursor.token()) {
      case VALUE_STRING -> cursor.text();
      case VALUE_NUMBER_INT -> cursor.number();
      case VALUE_NUMBER_FLOAT -> finite(cursor.decimal());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> in.list(this::read);
      case START_OBJECT -> in.map(this::read);
      default -> null;
    };
  }

  private @Nullable Double finite(double value) {
    outOfRange |= Double.isInfinite(value);
    return Double.isInfinite(value) ? null : (Double) value;
  }
}
