package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response member by member, leniently, and notes where it differs from the contract:
 * what can be read safely is read, else the value is null, and both leave a {@link Finding}. So
 * does what is larger than the {@link BodyLimits}. Generated records call it.
 *
 * <p>One reader serves one body on one thread. Every value method reads the value at hand and
 * leaves the reader at its end; JSON null is null and never a finding.
 */
public final class ContractReader {
  private final Cursor cursor;
  private final Findings findings;
  private int elements;

  ContractReader(Cursor cursor) {
    this.cursor = cursor;
    this.findings = new Findings(cursor);
  }

  /**
   * Reads a whole body.
   *
   * @param body UTF-8 JSON, with or without a byte order mark
   * @param reader a generated {@code read} method, called with the reader at the opening brace
   * @throws UnreadableException if the body is not one complete JSON object of at most {@link
   *     BodyLimits#BODY_BYTES} and {@link BodyLimits#SKIPPED_DEPTH}; nothing half-read is shown
   */
  public static <T extends @Nullable Object> Decoded<T> read(
      byte[] body, Function<ContractReader, T> reader) throws UnreadableException {
    return WholeBody.read(body, reader);
  }

  /**
   * Whether the value at hand is an object, which is then entered: {@link #nextField} follows. Null
   * is skipped; anything else, and what is nested too deep, leaves a finding and is skipped.
   */
  public boolean enterObject() {
    return enter(JsonToken.START_OBJECT, "an object");
  }

  /** As {@link #enterObject}, for an array: {@link #nextElement} follows. */
  public boolean enterArray() {
    return enter(JsonToken.START_ARRAY, "an array");
  }

  boolean enter(JsonToken start, String expected) {
    if (cursor.token() == start) {
      return isShallow();
    }
    if (!atNull()) {
      mismatchAndSkip(expected);
    }
    return false;
  }

  private boolean isShallow() {
    if (cursor.context().getNestingDepth() <= BodyLimits.DEPTH) {
      return true;
    }
    findings.tooDeep();
    skip();
    return false;
  }

  /** Moves to the value of the object's next member; false at the object's end. */
  public boolean nextField() {
    return MemberNames.enter(cursor, findings, cursor.nextName()) != null;
  }

  /**
   * As {@link #nextField}, for an object whose members are declared.
   *
   * @param last what the call before has returned; 0 for the first member
   * @return the position of its name, from 1, beyond the last for an undeclared one; 0 at the end
   */
  public int nextMember(MemberNames names, int last) {
    return names.next(cursor, findings, last);
  }

  /** The name of the member that {@link #nextField} moved to. */
  public String field() {
    return cursor.name();
  }

  /** Moves to the array's next element; false at the array's end. */
  public boolean nextElement() {
    return cursor.next() != JsonToken.END_ARRAY;
  }

  /** Whether JSON null is at hand; neither skips it nor leaves a finding. */
  public boolean atNull() {
    return cursor.token() == JsonToken.VALUE_NULL;
  }

  /** Whether the number 0 is at hand, which is no value where {@code x-unset: 0} says so. */
  public boolean atZero() {
    return cursor.token().isNumeric() && !cursor.isTooLong() && cursor.decimal() == 0;
  }

  /** Whether an object is at hand; unlike {@link #enterObject} it neither enters nor skips. */
  public boolean atObject() {
    return cursor.token() == JsonToken.START_OBJECT;
  }

  /** Whether an array is at hand; unlike {@link #enterArray} it neither enters nor skips. */
  public boolean atArray() {
    return cursor.token() == JsonToken.START_ARRAY;
  }

  /** Whether the value at hand is text, a number, true, false or null. */
  public boolean atScalar() {
    return cursor.token().isScalarValue();
  }

  /** Text; a number, true or false is taken as it is written, with a finding. */
  public @Nullable String text() {
    return atReadable("text") ? LenientScalars.text(cursor, findings) : null;
  }

  /** Text that should be one of the known words; another word is kept, with a finding. */
  public @Nullable String knownValue(KnownValues knownValues) {
    if (!atReadable("text")) {
      return null;
    }
    String known = cursor.textAmong(knownValues);
    String word = known != null ? known : LenientScalars.text(cursor, findings);
    if (known == null && word != null && !knownValues.known().contains(word)) {
      findings.add(Finding.Kind.UNDOCUMENTED_VALUE, "the contract does not name this word");
    }
    return word;
  }

  /**
   * An integer. 30.0 is one; 30.5, {@code "30"} and {@code "30%"} are 30 with a finding, rounded
   * down; a number that does not fit into 64 bits is null with a finding.
   */
  public @Nullable Long int64() {
    return atReadable("an integer") ? LenientScalars.int64(cursor, findings) : null;
  }

  /**
   * A decimal number. {@code "10.5"} is 10.5 and {@code "93%"} is 0.93, both with a finding; a
   * number beyond the range of a double is null with a finding.
   */
  public @Nullable Double decimal() {
    return atReadable("a number") ? LenientScalars.decimal(cursor, findings) : null;
  }

  /** True or false; {@code "true"} and {@code "false"} are read with a finding. */
  public @Nullable Boolean bool() {
    return atReadable("a boolean") ? LenientScalars.bool(cursor, findings) : null;
  }

  /** A time declared as an integer; text and other numbers are read too, with a finding. */
  public @Nullable Timestamp integerTime() {
    return time(DeclaredType.INTEGER);
  }

  /** A time declared as a number; text is read too, with a finding. */
  public @Nullable Timestamp numberTime() {
    return time(DeclaredType.NUMBER);
  }

  /** A time declared as text; a number is read too, with a finding. */
  public @Nullable Timestamp textTime() {
    return time(DeclaredType.TEXT);
  }

  private @Nullable Timestamp time(DeclaredType declared) {
    return atReadable(declared.description())
        ? LenientScalars.time(cursor, findings, declared)
        : null;
  }

  /** Text or a number, as the contract allows both; true and false are null with a finding. */
  public @Nullable ScalarValue scalar() {
    return scalar("text or a number");
  }

  @Nullable ScalarValue scalar(String expected) {
    return atReadable(expected) ? LenientScalars.scalar(cursor, findings, expected) : null;
  }

  /** The {@code error} member: text, a number, or an object with code, message and type. */
  public @Nullable ErrorValue error() {
    return ErrorValue.read(this);
  }

  /**
   * Anything, where the contract says nothing of the type; null only for null. A decimal number
   * becomes a double; one beyond the range of a double is null with a finding.
   */
  public @Nullable AnyValue any() {
    Object value = JsonTree.read(this, cursor);
    if (JsonTree.hasInfinity(value)) {
      findings.outOfRange();
    }
    return value == null || JsonTree.isInfinity(value) ? null : new AnyValue(value);
  }

  /** An unmodifiable list of up to {@link BodyLimits#ELEMENTS} elements, nulls included. */
  public <T extends @Nullable Object> @Nullable List<T> list(Function<ContractReader, T> reader) {
    if (!enterArray()) {
      return null;
    }
    List<T> list = new ArrayList<>(4);
    while (nextElement()) {
      if (isWithinBudget()) {
        list.add(reader.apply(this));
      }
    }
    return Collections.unmodifiableList(list);
  }

  /**
   * An unmodifiable map in the order of the body. Members beyond the {@link BodyLimits#ELEMENTS} of
   * the whole body are left out, with one finding.
   */
  public <T extends @Nullable Object> @Nullable Map<String, T> map(
      Function<ContractReader, T> reader) {
    if (!enterObject()) {
      return null;
    }
    Map<String, T> members = new LinkedHashMap<>();
    while (nextField()) {
      String name = field();
      if (isWithinBudget()) {
        members.put(name, reader.apply(this));
      }
    }
    return Collections.unmodifiableMap(members);
  }

  /** Whether one more element may be kept; else it is skipped, the first with a finding. */
  private boolean isWithinBudget() {
    elements++;
    if (elements <= BodyLimits.ELEMENTS) {
      return true;
    }
    if (elements == BodyLimits.ELEMENTS + 1) {
      findings.tooMany();
    }
    skip();
    return false;
  }

  /** The findings in {@link Finding#ORDER}, to be called when the whole body has been read. */
  List<Finding> sortedFindings() {
    return findings.sorted();
  }

  /** Skips the value of a member that the contract does not declare, and notes it. */
  public void undocumented() {
    findings.add(Finding.Kind.UNDOCUMENTED_FIELD, "the contract declares no such member");
    skip();
  }

  /** Adds a finding at the value at hand; the detail repeats no value of the body. */
  public void note(Finding.Kind kind, String detail) {
    findings.add(kind, detail);
  }

  /** Skips the value at hand, however long it is; that it is JSON is checked inside it too. */
  public void skip() {
    cursor.skipChildren();
  }

  /** Whether a scalar of a length that is read is at hand; else it is skipped, with a finding. */
  private boolean atReadable(String expected) {
    if (!atScalar()) {
      mismatchAndSkip(expected);
      return false;
    }
    return !isTooLong();
  }

  /** Whether the scalar at hand is longer than what is read, and leaves a finding. */
  boolean isTooLong() {
    boolean tooLong = cursor.isTooLong();
    if (tooLong) {
      findings.tooLong();
    }
    return tooLong;
  }

  private void mismatchAndSkip(String expected) {
    findings.mismatch(expected);
    skip();
  }
}
