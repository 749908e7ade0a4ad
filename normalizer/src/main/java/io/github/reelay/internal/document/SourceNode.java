package io.github.reelay.internal.document;

import io.github.reelay.contract.PrintableText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place in a document, with the line that it stands in.
 *
 * @param file the name of the document, for messages
 * @param line counted from 1
 * @param value a {@code Map} or {@code List} of nodes, text, a {@link BigDecimal}, a {@code
 *     Boolean}, or null
 */
record SourceNode(String file, int line, @Nullable Object value) {

  /** The most characters of a text that a message quotes. */
  private static final int MOST_QUOTED = 80;

  /** The text in quotes, cut after {@link #MOST_QUOTED} characters with an ellipsis. */
  public static String quoted(String text) {
    boolean fits = text.length() <= MOST_QUOTED;
    return "'" + (fits ? text : text.substring(0, MOST_QUOTED) + "…") + "'";
  }

  /** What to throw if something else was expected here; its message begins with file and line. */
  public IllegalArgumentException wrong(String sentence) {
    return new IllegalArgumentException(
        PrintableText.of(file + ": line " + line + ": " + sentence));
  }

  /** Whether this is a mapping of names. */
  public boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  /**
   * The members in the order of the document.
   *
   * @param what what is expected here, for the message
   * @throws IllegalArgumentException if this is no object
   */
  public Map<String, SourceNode> members(String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("expected " + what + ", found " + kind());
    }
    Map<String, SourceNode> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put((String) name, (SourceNode) member));
    return members;
  }

  /** The member of that name; null if there is none, or this is no object. */
  public @Nullable SourceNode member(String name) {
    return value instanceof Map<?, ?> map ? (SourceNode) map.get(name) : null;
  }

  /** The elements of a list; anything else is a list of itself. */
  public List<SourceNode> elements() {
    if (!(value instanceof List<?> list)) {
      return List.of(this);
    }
    List<SourceNode> elements = new ArrayList<>();
    list.forEach(element -> elements.add((SourceNode) element));
    return elements;
  }

  /**
   * The text; a number is text as it is written.
   *
   * @param what what is expected here, for the message
   * @throws IllegalArgumentException if this is no text, or blank
   */
  public String text(String what) {
    String text = value instanceof BigDecimal number ? number.toPlainString() : null;
    if (value instanceof String written) {
      text = written.strip();
    }
    if (text == null || text.isEmpty()) {
      throw wrong("expected " + what + ", found " + kind());
    }
    return text;
  }

  /**
   * A whole number in that range, the bounds included.
   *
   * @throws IllegalArgumentException if this is anything else
   */
  public int whole(String what, int least, int most) {
    if (value instanceof BigDecimal number
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
      return number.intValueExact();
    }
    throw wrong(
        "expected "
            + what
            + ", a whole number from "
            + least
            + " to "
            + most
            + ", found "
            + kind());
  }

  /** The same as maps, lists and scalars, without lines. */
  public @Nullable Object plain() {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put((String) name, ((SourceNode) member).plain()));
      return members;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(((SourceNode) element).plain()));
      return elements;
    }
    return value;
  }

  private String kind() {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    return value instanceof String text && text.isBlank()
        ? "nothing"
        : quoted(String.valueOf(value));
  }

  /** File and line; the value stays out. */
  @Override
  public String toString() {
    return file + ": line " + line;
  }
}
