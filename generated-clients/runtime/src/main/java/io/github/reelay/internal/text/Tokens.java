package io.github.reelay.internal.text;

import com.fasterxml.jackson.core.JsonToken;

/** JSON types as a sentence calls them. */
public final class Tokens {
  private Tokens() {}

  /** The JSON type that begins with, or is, that token. */
  public static String name(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT -> "an integer";
      case VALUE_NUMBER_FLOAT -> "a decimal number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case START_ARRAY, END_ARRAY -> "an array";
      case START_OBJECT, END_OBJECT -> "an object";
      default -> "something else";
    };
  }
}
