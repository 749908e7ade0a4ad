package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.reelay.internal.text.Tokens;
import io.github.reelay.internal.text.Utf8Parsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a body from its first byte to its last; see {@link ContractReader#read}. */
final class WholeBody {
  private WholeBody() {}

  static <T extends @Nullable Object> Decoded<T> read(
      byte[] body, Function<ContractReader, T> reader) throws UnreadableException {
    Utf8Check.check(body);
    try {
      return parse(BodyLimits.parsersOf(body.length), body, reader);
    } catch (UnreadableException unreadable) {
      if (!unreadable.isBeyondLimits()) {
        throw unreadable;
      }
      return parse(BodyLimits.parsersOfOneBody(), body, reader); // perhaps it was a long name
    }
  }

  private static <T extends @Nullable Object> Decoded<T> parse(
      Utf8Parsers json, byte[] body, Function<ContractReader, T> reader)
      throws UnreadableException {
    try (JsonParser parser = json.parser(body)) {
      Cursor cursor = new Cursor(parser, body);
      expectObject(cursor);
      ContractReader in = new ContractReader(cursor);
      T value = reader.apply(in);
      expectEnd(cursor);
      return new Decoded<>(value, in.sortedFindings());
    } catch (UncheckedIOException broken) {
      throw Cursor.complaint(broken.getCause(), "");
    } catch (IOException broken) {
      throw Cursor.complaint(broken, "");
    }
  }

  private static void expectObject(Cursor cursor) throws UnreadableException {
    JsonToken first = cursor.nextOrEnd();
    if (first != JsonToken.START_OBJECT) {
      throw new UnreadableException(
          "expected one JSON object, found " + (first == null ? "nothing" : Tokens.name(first)));
    }
  }

  private static void expectEnd(Cursor cursor) throws UnreadableException {
    JsonToken more = cursor.nextOrEnd();
    if (more != null) {
      throw new UnreadableException(
          "expected the end after one JSON object, found " + Tokens.name(more));
    }
  }
}
