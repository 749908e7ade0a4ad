package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer member by member, leniently, and notes where it differs from the contract: what
 * can be read safely is read, else the value is null, and both leave a {@link Finding}. Generated
 * records call it, one case per declared property.
 *
 * <p>One reader serves one body on one thread. Every value method reads the value at hand and
 * leaves the reader at its end; JSON null is null and never a finding.
 */
public final class ContractReader {
  private final JsonParser parser;
  private final Findings findings;
  private String field = "";

  private ContractReader(JsonParser parser) {
    this.parser = parser;
    this.findings = new Findings(parser);
  }

  /**
   * Reads a whole body.
   *
   * @param body UTF-8 JSON, with or without a byte order mark
   * @param reader a generated {@code read} method, called with the reader at the opening brace
   * @throws UnreadableException if the body is not one complete JSON object within the {@link
   *     Limits}; nothing half-read is shown
   */
  public static <T extends @Nullable Object> Document<T> read(
      byte[] body, Function<ContractReader, T> reader) throws UnreadableException {
    Encoding.check(body);
    try (JsonParser parser = Limits.JSON.createParser(body)) {
      ContractReader in = new ContractReader(parser);
      in.expectObject();
      T value = reader.apply(in);
      in.expectEnd();
      return new Document<>(value, in.findings.sorted(body));
    } catch (UncheckedIOException broken) {
      throw Unreadable.because(broken.getCause());
    } catch (IOException broken) {
      throw Unreadable.because(broken);
    }
  }

  private void expectObject() throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new UnreadableException(
          "expected one JSON object, found " + (first == null ? "nothing" : Tokens.name(first)));
    }
  }

  private void expectEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw new UnreadableException(
          "expected the end after one JSON object, found " + Tokens.name(parser.currentToken()));
    }
  }

  /**
   * Whether the value at hand is an object, which is then entered: {@link #nextField} follows. Null
   * is skipped, anything else leaves a finding and is skipped.
   */
  public boolean enterObject() {
    return enter(JsonToken.START_OBJECT, "an object");
  }

  /** The same for an array: {@link #nextElement} follows. */
  public boolean enterArray() {
    return enter(JsonToken.START_ARRAY, "an array");
  }

  private boolean enter(JsonToken start, String expected) {
    JsonToken token = parser.currentToken();
    if (token == start) {
      return true;
    }
    if (token != JsonToken.VALUE_NULL) {
      mismatchAndSkip(expected);
    }
    return false;
  }

  /** Moves to the value of the object's next member; false at the object's end. */
  public boolean nextField() {
    try {
      String name = parser.nextFieldName();
      if (name == null) {
        return false;
      }
      field = name;
      parser.nextToken();
      return true;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The name of the member that {@link #nextField} moved to. */
  public String field() {
    return field;
  }

  /** Moves to the array's next element; false at the array's end. */
  public boolean nextElement() {
    return next() != JsonToken.END_ARRAY;
  }

  /** Whether the value at hand is JSON null. */
  public boolean atNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Whether the value at hand is an object. */
  public boolean atObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Whether the value at hand is an array. */
  public boolean atArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Whether the value at hand is text, a number, true, false or null. */
  public boolean atScalar() {
    return parser.currentToken().isScalarValue();
  }

  /** Text; a number, true or false is taken as it is written, with a finding. */
  public @Nullable String text() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return written();
    }
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isScalarValue()) {
      return mismatchAndSkip("text");
    }
    findings.mismatch("text");
    return written();
  }

  /** Text that should be one of the known words; another word is kept, with a finding. */
  public @Nullable String word(Words words) {
    String word = text();
    if (word != null && !words.known().contains(word)) {
      findings.add(Finding.Kind.UNDOCUMENTED_VALUE, "the contract does not name this word");
    }
    return word;
  }

  /**
   * An integer. 30.0 is one; 30.5, {@code "30"} and {@code "30%"} are 30 with a finding; a number
   * that does not fit into 64 bits is null with a finding.
   */
  public @Nullable Long int64() {
    return atScalar() ? Lenient.int64(parser, findings) : mismatchAndSkip("an integer");
  }

  /**
   * A decimal number. {@code "10.5"} is 10.5 and {@code "93%"} is 0.93, both with a finding; a
   * number beyond the range of a double is null with a finding.
   */
  public @Nullable Double decimal() {
    return atScalar() ? Lenient.decimal(parser, findings) : mismatchAndSkip("a number");
  }

  /** True or false; {@code "true"} and {@code "false"} are read with a finding. */
  public @Nullable Boolean bool() {
    return atScalar() ? Lenient.bool(parser, findings) : mismatchAndSkip("a boolean");
  }

  /** A time that the contract declares as an integer; see {@link Timestamp}. */
  public @Nullable Timestamp integerTime() {
    return time(Declared.INTEGER);
  }

  /** A time that the contract declares as a number. */
  public @Nullable Timestamp numberTime() {
    return time(Declared.NUMBER);
  }

  /** A time that the contract declares as text. */
  public @Nullable Timestamp textTime() {
    return time(Declared.TEXT);
  }

  private @Nullable Timestamp time(Declared declared) {
    return atScalar()
        ? Lenient.time(parser, findings, declared)
        : mismatchAndSkip(declared.words());
  }

  /** Text or a number, as the contract allows both; true and false are text with a finding. */
  public @Nullable ScalarValue scalar() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      return new ScalarValue(written(), token.isNumeric());
    }
    String text = text();
    return text == null ? null : new ScalarValue(text, false);
  }

  /** The {@code error} member: text, a number, or an object with code, message and type. */
  public @Nullable ErrorValue error() {
    return ErrorValue.read(this);
  }

  /** Anything, where the contract says nothing of the type; null only for null. */
  public @Nullable AnyValue any() {
    Object tree = tree();
    return tree == null ? null : new AnyValue(tree);
  }

  private @Nullable Object tree() {
    try {
      return switch (parser.currentToken()) {
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case START_ARRAY -> list(ContractReader::tree);
        case START_OBJECT -> map(ContractReader::tree);
        default -> null;
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** An unmodifiable list of what the reader makes of each element, nulls included. */
  public <T extends @Nullable Object> @Nullable List<T> list(Function<ContractReader, T> reader) {
    if (!enterArray()) {
      return null;
    }
    List<T> elements = new ArrayList<>(4);
    while (nextElement()) {
      elements.add(reader.apply(this));
    }
    return Collections.unmodifiableList(elements);
  }

  /** An unmodifiable map, in order, of what the reader makes of each member. */
  public <T extends @Nullable Object> @Nullable Map<String, T> map(
      Function<ContractReader, T> reader) {
    if (!enterObject()) {
      return null;
    }
    Map<String, T> members = new LinkedHashMap<>();
    while (nextField()) {
      String name = field;
      members.put(name, reader.apply(this));
    }
    return Collections.unmodifiableMap(members);
  }

  /** Skips the value of a member that the contract does not declare, and notes it. */
  public void undocumented() {
    findings.add(Finding.Kind.UNDOCUMENTED_FIELD, "the contract declares no such member");
    skip();
  }

  /** Notes a finding at the value at hand. */
  public void note(Finding.Kind kind, String detail) {
    findings.add(kind, detail);
  }

  /** Skips the value at hand; the limits and the encoding are checked inside it too. */
  public void skip() {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else {
        finish();
      }
      if (depth == 0) {
        return;
      }
      token = next();
    }
  }

  private <T> @Nullable T mismatchAndSkip(String expected) {
    findings.mismatch(expected);
    skip();
    return null;
  }

  /** The next token, where the body may not end yet. */
  private JsonToken next() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new UnreadableException("expected the rest of a JSON object, found the end");
      }
      return token;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Decodes a value that nobody wants, for the sake of its checks. */
  private void finish() {
    try {
      parser.finishToken();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String written() {
    try {
      return parser.getText();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
