package io.github.reelay.contract;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * One place where a response differs from its contract. Findings are data: they never stop a
 * mapping.
 *
 * @param kind what differs
 * @param pointer JSON Pointer (RFC 6901) into the body as received
 * @param detail one sentence for people; it repeats no value from the body
 */
public record Finding(Kind kind, String pointer, String detail) {

  /** By pointer, then by kind: the order in which findings are shown. */
  public static final Comparator<Finding> ORDER = new ByPlace();

  /** Refuses null here, where its origin shows, and not when the finding is written. */
  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
  }

  /** Names all three, printably: the pointer has names from the body. */
  @Override
  public String toString() {
    return PrintableText.of(
        "Finding[kind=" + kind + ", pointer=" + pointer + ", detail=" + detail + "]");
  }

  /** A class of its own, because a lambda takes milliseconds on the way to the first task. */
  private static final class ByPlace implements Comparator<Finding> {
    @Override
    public int compare(Finding one, Finding other) {
      int byPointer = one.pointer.compareTo(other.pointer);
      return byPointer != 0 ? byPointer : one.kind.compareTo(other.kind);
    }
  }

  /**
   * What can differ; each kind has one cause. Sorted by name, because {@link Finding#ORDER}
   * compares kinds.
   */
  public enum Kind {
    /** A URL had characters that RFC 3986 forbids where they stand; they are encoded. */
    ENCODED_VALUE,
    /** The task stands inside a {@code data} member instead of at the top, or the reverse. */
    ENVELOPED,
    /** An id inside the response is that of another task. */
    ID_CONFLICT,
    /** The JSON type is right, but a rule of normalisation refused the value. */
    IGNORED_VALUE,
    /** {@code id} or {@code status} is absent or null in a response that was read as a task. */
    MISSING_FIELD,
    /** An inner status is terminal and disagrees with the one that decides. */
    STATUS_CONFLICT,
    /** The JSON type differs from the declared one, whether or not the value could be read. */
    TYPE_MISMATCH,
    /** The contract declares no such member for that object; nothing inside it is reported. */
    UNDOCUMENTED_FIELD,
    /** The video's URL was taken from a place that the contract does not name for it. */
    UNDOCUMENTED_PLACE,
    /** A member is there on a task of a status on which the contract does not have it. */
    UNDOCUMENTED_PRESENCE,
    /** A number can only be in another unit than the documented one. */
    UNDOCUMENTED_UNIT,
    /** A word outside the known values of its property, or a progress out of range. */
    UNDOCUMENTED_VALUE,
    /** A URL of the video differs from the one that was taken for it. */
    URL_CONFLICT;

    private final String jsonName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The kind as the canonical JSON writes it, such as {@code undocumented-field}. */
    public String jsonName() {
      return jsonName;
    }
  }
}
