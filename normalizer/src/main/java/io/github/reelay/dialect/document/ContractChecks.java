package io.github.reelay.dialect.document;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValuePlace;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a document says besides the type of a value: on which tasks it is there, and in which unit
 * it is. A word that the document does not name says nothing of either.
 */
final class ContractChecks {
  /** Of a time in milliseconds since 1970, from 1973 on; of one in seconds from the year 5138. */
  private static final int DIGITS_OF_MILLISECONDS = 12;

  /** Of a video: no provider makes one of a quarter of an hour, or one of less than a second. */
  private static final double LEAST_MILLISECONDS = 1000;

  /** Beyond it a number is no length at all. */
  private static final double MOST = 1e9;

  private ContractChecks() {}

  /**
   * Whether a value that is there is documented on tasks of another status only.
   *
   * @param documented what the document says of the task's word; null if it does not name the word
   */
  static boolean isUnexpected(ValuePlace place, @Nullable CanonicalStatus documented) {
    return documented != null
        && !place.presentOn().isEmpty()
        && !place.presentOn().contains(documented);
  }

  static void unexpected(TaskAssembler assembler, String pointer) {
    assembler.note(
        Finding.Kind.UNDOCUMENTED_PRESENCE, pointer, "documented on tasks of another status only");
  }

  /** Whether a time can only be in another unit than the documented one. */
  static boolean isInOtherUnit(ValuePlace place, Timestamp time) {
    if (place.unit() == null) {
      return false;
    }
    int digits = wholeDigits(time.written().text());
    return digits > 0 && (digits >= DIGITS_OF_MILLISECONDS) != (place.unit() == Unit.MILLISECONDS);
  }

  /** Whether the length of a video can only be in another unit than the documented one. */
  static boolean isInOtherUnit(ValuePlace place, double length) {
    return place.unit() != null
        && length > 0
        && length <= MOST
        && (length >= LEAST_MILLISECONDS) != (place.unit() == Unit.MILLISECONDS);
  }

  static void otherUnit(TaskAssembler assembler, String pointer, Unit documented) {
    assembler.note(
        Finding.Kind.UNDOCUMENTED_UNIT,
        pointer,
        documented == Unit.MILLISECONDS
            ? "documented in milliseconds, found seconds"
            : "documented in seconds, found milliseconds");
  }

  /** How many digits stand before the point; 0 if the text is no number. */
  private static int wholeDigits(String text) {
    int digits = 0;
    boolean whole = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && whole) {
        whole = false;
      } else if (c == 'e' || c == 'E') {
        return wholeDigitsOfPower(text);
      } else if (c < '0' || c > '9') {
        return 0;
      } else if (whole) {
        digits++;
      }
    }
    return digits;
  }

  /** Of a number with an exponent, which is not written out. */
  private static int wholeDigitsOfPower(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.max(0, number.precision() - number.scale());
    } catch (NumberFormatException none) {
      return 0; // a text
    }
  }
}
