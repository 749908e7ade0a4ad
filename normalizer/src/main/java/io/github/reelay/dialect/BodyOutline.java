package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import org.jspecify.annotations.Nullable;

/**
 * What kind of object a response is when its top level shows no status text: examined by member
 * names alone, without a contract, and so without findings.
 *
 * @param hasStatus whether {@code status} is there and not null
 * @param id the text of {@code id}, else of {@code task_id}; null if neither says anything
 * @param data the same of {@code data} or its first element; null if that is no object
 * @param dataInArray whether {@code data} is an array
 * @param oddError whether {@code error} says something in a form of its own: true, an array that is
 *     not empty, or an object with other members than {@link ErrorReport} knows
 */
record BodyOutline(
    boolean hasStatus,
    @Nullable String id,
    @Nullable BodyOutline data,
    boolean dataInArray,
    boolean oddError) {

  /** Whether an id is there, at the top or in {@code data}. */
  boolean showsId() {
    return id != null || (data != null && data.id != null);
  }

  /** Reads the object at hand and, one level deep, what its {@code data} holds. */
  static BodyOutline read(ContractReader in) {
    return read(in, true);
  }

  private static BodyOutline read(ContractReader in, boolean withData) {
    boolean hasStatus = false;
    String id = null;
    String taskId = null;
    BodyOutline data = null;
    boolean inArray = false;
    boolean oddError = false;
    while (in.nextField()) {
      switch (in.field()) {
        case "status" -> hasStatus = !skipped(in);
        case "id" -> id = scalar(in);
        case "task_id" -> taskId = scalar(in);
        case "data" -> {
          inArray = in.atArray();
          data = withData ? first(in) : skippedShape(in);
        }
        case "error" -> oddError = isOdd(in);
        default -> in.skip();
      }
    }
    return new BodyOutline(hasStatus, id != null ? id : taskId, data, inArray, oddError);
  }

  /** The object at hand, or the first element of the array at hand; null if that is no object. */
  private static @Nullable BodyOutline first(ContractReader in) {
    if (!in.atArray()) {
      return object(in);
    }
    BodyOutline first = null;
    in.enterArray();
    for (int i = 0; in.nextElement(); i++) {
      if (i == 0) {
        first = object(in);
      } else {
        in.skip();
      }
    }
    return first;
  }

  private static @Nullable BodyOutline object(ContractReader in) {
    return in.atObject() ? read(in, false) : skippedShape(in);
  }

  private static @Nullable BodyOutline skippedShape(ContractReader in) {
    in.skip();
    return null;
  }

  /** Skips the current value and returns whether it was null. */
  private static boolean skipped(ContractReader in) {
    boolean wasNull = in.atNull();
    in.skip();
    return wasNull;
  }

  private static boolean isOdd(ContractReader in) {
    if (in.atArray()) {
      return holdsAny(in);
    }
    return in.atObject() ? holdsOther(in) : Boolean.TRUE.equals(in.bool());
  }

  private static boolean holdsAny(ContractReader in) {
    boolean any = false;
    in.enterArray();
    while (in.nextElement()) {
      any |= !skipped(in);
    }
    return any;
  }

  private static boolean holdsOther(ContractReader in) {
    boolean other = false;
    boolean zero = false;
    while (in.nextField()) {
      switch (in.field()) {
        case "code" -> zero = "0".equals(scalar(in));
        case "message", "type" -> in.skip();
        default -> other |= !skipped(in);
      }
    }
    return other && !zero;
  }

  private static @Nullable String scalar(ContractReader in) {
    if (in.atScalar()) {
      String text = in.text();
      return text == null || text.isBlank() ? null : text;
    }
    in.skip();
    return null;
  }
}
