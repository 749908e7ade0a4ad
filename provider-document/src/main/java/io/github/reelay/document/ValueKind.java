package io.github.reelay.document;

/** What a document declares a value to be: how it is read, and which names fit it. */
public enum ValueKind {
  /** Text. */
  TEXT,
  /** A whole number. */
  INTEGER,
  /** A number. */
  NUMBER,
  /** True or false. */
  BOOLEAN,
  /** A time that is declared as text. */
  TEXT_TIME,
  /** A time that is declared as a whole number. */
  INTEGER_TIME,
  /** A time that is declared as a number. */
  NUMBER_TIME,
  /** Text or a number ({@code x-shape: scalar}). */
  SCALAR,
  /** Text, a number, or an object with code, message and type ({@code x-shape: error}). */
  ERROR,
  /** Nothing is declared ({@code x-shape: any}). */
  ANY,
  /** An object. */
  OBJECT,
  /** An array. */
  ARRAY;

  /** Whether it is a time, whatever its JSON type. */
  public boolean isTime() {
    return this == TEXT_TIME || this == INTEGER_TIME || this == NUMBER_TIME;
  }
}
