package io.github.reelay.mapping;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of one task as a response has them, in the order of the document. A mapping
 * hands over each annotated property, also where it is null, and decides nothing: the sink decides
 * which candidate is taken, what a value means and what is noted. The values of one array element
 * stand between {@link #enter} and {@link #leave}.
 *
 * <p>An implementation never throws. One serves one response on one thread.
 */
public interface TaskValues {

  /** Takes a text as the response has it, not trimmed; it may be blank. */
  void text(ValuePlace place, @Nullable String value);

  /** Takes a whole number; the reader has rounded a fraction down. */
  void integer(ValuePlace place, @Nullable Long value);

  /** Takes a number, which is finite; its unit is that of the place. */
  void number(ValuePlace place, @Nullable Double value);

  /** Takes true or false; null also for a value that is neither. */
  void bool(ValuePlace place, @Nullable Boolean value);

  /** Takes a time ({@code x-time}); what is written may be no time, and then has no instant. */
  void time(ValuePlace place, @Nullable Timestamp value);

  /** Takes a text or a number ({@code x-shape: scalar}), such as an id or a code. */
  void scalar(ValuePlace place, @Nullable ScalarValue value);

  /** Takes an error member ({@code x-shape: error}), also one that says nothing: code 0, empty. */
  void error(ValuePlace place, @Nullable ErrorValue value);

  /**
   * Takes the presence of a property without a canonical value.
   *
   * @param shown whether it is there and not null
   */
  void presence(ValuePlace place, boolean shown);

  /**
   * Begins an element of an array: until {@link #leave}, the next {@code *} of a pointer is this
   * index, and what belongs to a video belongs to this element's.
   *
   * @param index from 0
   */
  void enter(int index);

  /** Ends the element that was begun last; the one around it goes on. */
  void leave();
}
