package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The place in a body. Whatever the parser complains of becomes an {@link UnreadableException},
 * unchecked on its way up; the parser's own message may quote the body, so it is not passed on.
 */
final class Cursor {
  private final JsonParser parser;

  Cursor(JsonParser parser) {
    this.parser = parser;
  }

  /** A step of the parser. */
  private interface Step<T extends @Nullable Object> {
    T take() throws IOException;
  }

  private <T extends @Nullable Object> T take(Step<T> step) {
    try {
      return step.take();
    } catch (IOException broken) {
      throw new UncheckedIOException(
          complaint(broken, " at byte " + parser.currentLocation().getByteOffset()));
    }
  }

  static UnreadableException complaint(IOException broken, String where) {
    if (broken instanceof UnreadableException ours) {
      return ours;
    }
    if (broken instanceof JsonEOFException) {
      return new UnreadableException("expected a complete JSON object, found its beginning");
    }
    return broken instanceof StreamConstraintsException
        ? new UnreadableException("expected JSON within the limits, found more" + where)
        : new UnreadableException("expected JSON, found something else" + where);
  }

  JsonToken token() {
    return parser.currentToken();
  }

  /** The next token; null after the last one of the body. */
  @Nullable JsonToken nextOrEnd() {
    return take(parser::nextToken);
  }

  /** The next token, where the body may not end. */
  JsonToken next() {
    return take(
        () -> {
          JsonToken next = parser.nextToken();
          if (next == null) {
            throw new UnreadableException("expected more JSON, found the end");
          }
          return next;
        });
  }

  /** The name of the object's next member; null at the object's end. */
  @Nullable String nextName() {
    return take(parser::nextFieldName);
  }

  /** A scalar as it is written, text without its quotes. */
  String text() {
    return take(parser::getText);
  }

  /** An integer of any size, a decimal number as a double, perhaps infinite. */
  Number number() {
    return take(parser::getNumberValue);
  }

  double decimal() {
    return take(parser::getDoubleValue);
  }

  /** Where the cursor stands, from the inside out. */
  JsonStreamContext context() {
    return parser.getParsingContext();
  }

  /** Decodes a text that nobody wants, for the sake of its checks. */
  void check() {
    if (token() == JsonToken.VALUE_STRING) {
      take(this::checkLength);
    }
  }

  private int checkLength() throws IOException {
    int length = parser.getTextLength();
    if (length > Limits.STRING_LENGTH) {
      throw new StreamConstraintsException("text in a skipped member");
    }
    return length;
  }
}
