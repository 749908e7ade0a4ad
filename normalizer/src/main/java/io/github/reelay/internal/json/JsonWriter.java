package io.github.reelay.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.reelay.contract.PrintableText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object. A member whose value is null is left out. What {@link PrintableText}
 * escapes is written as a JSON escape: the value is the same, and the text is fit for a terminal.
 */
public final class JsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /** With the same line ends on every machine. */
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  /** What is written next, after its name if it is a member. */
  private enum Token {
    OBJECT,
    END_OBJECT,
    ARRAY,
    END_ARRAY,
    TEXT,
    NUMBER,
    FLAG
  }

  private final StringWriter text = new StringWriter(512);
  private final JsonGenerator json;

  private JsonWriter() {
    try {
      json = JSON.createGenerator(text);
    } catch (IOException impossible) {
      throw impossible(impossible);
    }
  }

  /** A writer of one line, inside the braces of its object. */
  public static JsonWriter line() {
    JsonWriter writer = new JsonWriter();
    writer.write(Token.OBJECT, null, "");
    return writer;
  }

  /** A writer of several lines, indented by two blanks, inside the braces of its object. */
  public static JsonWriter pretty() {
    JsonWriter writer = new JsonWriter();
    writer.json.setPrettyPrinter(PRETTY.createInstance());
    writer.write(Token.OBJECT, null, "");
    return writer;
  }

  /** Begins the object that is an element of an array. */
  public void beginObject() {
    write(Token.OBJECT, null, "");
  }

  /** Begins the object that is a member. */
  public void beginObject(String name) {
    write(Token.OBJECT, name, "");
  }

  /** Ends the object that was begun last. */
  public void endObject() {
    write(Token.END_OBJECT, null, "");
  }

  /** Begins the array that is a member. */
  public void beginArray(String name) {
    write(Token.ARRAY, name, "");
  }

  /** Ends the array that was begun last. */
  public void endArray() {
    write(Token.END_ARRAY, null, "");
  }

  /** The text that is an element of an array. */
  public void element(String value) {
    write(Token.TEXT, null, value);
  }

  /** A member that is text: the text form of the value. */
  public void text(String name, @Nullable Object value) {
    if (value != null) {
      write(Token.TEXT, name, value);
    }
  }

  /** A member that is a number, written with the digits of its {@code toString}. */
  public void number(String name, @Nullable Number value) {
    if (value != null) {
      write(Token.NUMBER, name, value);
    }
  }

  /** A member that is true or false; it is always written. */
  public void flag(String name, boolean value) {
    write(Token.FLAG, name, value);
  }

  /** Ends the whole object, and returns its text without a line end. */
  public String end() {
    write(Token.END_OBJECT, null, "");
    try {
      json.close();
    } catch (IOException impossible) {
      throw impossible(impossible);
    }
    // Line ends stand between members only: those inside a text are escaped already.
    String whole = text.toString();
    StringBuilder lines = new StringBuilder(whole.length());
    int start = 0;
    for (int end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', start)) {
      lines.append(PrintableText.of(whole.substring(start, end))).append('\n');
      start = end + 1;
    }
    return lines.append(PrintableText.of(whole.substring(start))).toString();
  }

  private void write(Token token, @Nullable String name, Object value) {
    try {
      if (name != null) {
        json.writeFieldName(name);
      }
      switch (token) {
        case OBJECT -> json.writeStartObject();
        case END_OBJECT -> json.writeEndObject();
        case ARRAY -> json.writeStartArray();
        case END_ARRAY -> json.writeEndArray();
        case TEXT -> json.writeString(text(value));
        case NUMBER -> json.writeNumber(value.toString());
        case FLAG -> json.writeBoolean((Boolean) value);
      }
    } catch (IOException impossible) {
      throw impossible(impossible);
    }
  }

  private static String text(Object value) {
    return value instanceof Instant instant ? InstantText.of(instant) : value.toString();
  }

  private static UncheckedIOException impossible(IOException cause) {
    return new UncheckedIOException("expected that a string takes every character", cause);
  }
}
