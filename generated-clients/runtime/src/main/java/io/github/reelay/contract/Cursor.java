package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.reelay.internal.text.TextLength;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The place in a body. Whatever the parser complains of becomes an {@link UnreadableException},
 * unchecked on its way up; the parser's own message may quote the body, so it is not passed on.
 */
final class Cursor {
  private final JsonParser parser;
  private final byte[] body;

  /**
   * Starts before the first token.
   *
   * @param body the bytes that the parser reads, to measure a text without holding it
   */
  Cursor(JsonParser parser, byte[] body) {
    this.parser = parser;
    this.body = body;
  }

  private UncheckedIOException broken(IOException broken) {
    String where = " at byte " + parser.currentLocation().getByteOffset();
    return new UncheckedIOException(complaint(broken, where));
  }

  static UnreadableException complaint(IOException broken, String where) {
    if (broken instanceof UnreadableException ours) {
      return ours;
    }
    if (broken instanceof JsonEOFException) {
      return new UnreadableException("expected a complete JSON object, found its beginning");
    }
    return broken instanceof StreamConstraintsException
        ? new UnreadableException("expected JSON within the limits, found more" + where, true)
        : new UnreadableException("expected JSON, found something else" + where);
  }

  /** The token at hand: of a value, except where {@link #nameOrEnd} looks for a name. */
  JsonToken token() {
    return parser.currentToken();
  }

  /** The next token; null after the last one of the body. */
  @Nullable JsonToken nextOrEnd() {
    try {
      return parser.nextToken();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** The next token, where the body may not end. */
  JsonToken next() {
    try {
      JsonToken next = parser.nextToken();
      if (next == null) {
        throw new UnreadableException("expected more JSON, found the end");
      }
      return next;
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** The name of the object's next member; null at the object's end. */
  @Nullable String nextName() {
    try {
      return parser.nextFieldName();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /**
   * Whether the object's next member has that name; compares bytes and makes no text. If not,
   * {@link #nameOrEnd} has the name that is there.
   */
  boolean nextNameIs(SerializableString expected) {
    try {
      return parser.nextFieldName(expected);
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** The name of the member that was moved to; null at the object's end. */
  @Nullable String nameOrEnd() {
    return token() == JsonToken.FIELD_NAME ? name() : null;
  }

  /** The name of the member whose value is at hand; empty before the first. */
  String name() {
    try {
      String name = parser.currentName();
      return name == null ? "" : name;
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** A scalar as it is written, text without its quotes. */
  String text() {
    try {
      return parser.getText();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /**
   * The known word that equals the text at hand, so that no new text is made; null if none does, or
   * if no text is at hand.
   */
  @Nullable String textAmong(KnownValues known) {
    if (token() != JsonToken.VALUE_STRING) {
      return null;
    }
    try {
      char[] buffer = parser.getTextCharacters();
      return known.find(buffer, parser.getTextOffset(), parser.getTextLength());
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** The integer at hand; null if it does not fit into 64 bits. */
  @Nullable Long int64() {
    try {
      return parser.getNumberType() == NumberType.BIG_INTEGER ? null : (Long) parser.getLongValue();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** An integer of any size, a decimal number as a double, perhaps infinite. */
  Number number() {
    try {
      return parser.getNumberValue();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  double decimal() {
    try {
      double usual = shortDecimal();
      return Double.isNaN(usual) ? parser.getDoubleValue() : usual;
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  private double shortDecimal() throws IOException {
    return token() == JsonToken.VALUE_NUMBER_FLOAT
        ? Numbers.shortDecimal(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
        : Double.NaN;
  }

  /** The object or array at hand, else the one around the value at hand; then its parents. */
  JsonStreamContext context() {
    return parser.getParsingContext();
  }

  /** Whether a text or a number is at hand that is longer than what is read; holds no text. */
  boolean isTooLong() {
    JsonToken token = token();
    if (token == JsonToken.VALUE_STRING) {
      return body.length > BodyLimits.STRING_LENGTH
          && TextLength.exceeds(BodyLimits.STRING_LENGTH, body, firstCharacter());
    }
    return token.isNumeric() && isLongNumber();
  }

  private int firstCharacter() {
    return Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
  }

  private boolean isLongNumber() {
    try {
      int length = parser.getTextLength();
      return length > BodyLimits.NUMBER_LENGTH
          && (length > Numbers.LONGEST || Numbers.digits(text()) > BodyLimits.NUMBER_LENGTH);
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** Moves to the end of the object or array at hand; what is in it is checked, and not held. */
  void skipChildren() {
    try {
      parser.skipChildren();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }
}
