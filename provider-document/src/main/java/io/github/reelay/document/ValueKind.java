package io.github.reelay.document;

/** What a document declares a value to be: how it is read, and which names fit it. */
public enum ValueKind {
  /** Text: the only kind that fits a status, a URL, a model or a prompt. */
  TEXT,
  /** {@code type: integer}; fits a progress, a length, a number of pixels and a failure's code. */
  INTEGER,
  /** {@code type: number}; fits a progress and a length. */
  NUMBER,
  /** {@code type: boolean}; fits {@code failure.rejected} alone. */
  BOOLEAN,
  /** A time that is declared as text, or without a type. */
  TEXT_TIME,
  /** A time that is declared as a whole number. */
  INTEGER_TIME,
  /** A time that is declared as a number. */
  NUMBER_TIME,
  /** Text or a number ({@code x-shape: scalar}). */
  SCALAR,
  /** Text, a number, or an object with code, message and type ({@code x-shape: error}). */
  ERROR,
  /** {@code x-shape: any}, or neither a type nor properties: carries no canonical value. */
  ANY,
  /** {@code type: object}, or properties without a type: its members carry the values. */
  OBJECT,
  /** {@code type: array}: its elements carry the values. */
  ARRAY;

  /** Whether it is a time, whatever its JSON type. */
  public boolean isTime() {
    return this == TEXT_TIME || this == INTEGER_TIME || this == NUMBER_TIME;
  }
}
