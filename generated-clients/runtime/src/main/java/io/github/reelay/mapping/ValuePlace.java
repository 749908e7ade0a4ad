package io.github.reelay.mapping;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a response holds one canonical value, and what its contract says of it. Constant: a mapping
 * has one for each annotated property.
 *
 * @param name the canonical value; null for a property of which only the presence is documented
 * @param pointer JSON Pointer relative to the task, with {@code *} for the elements of an array,
 *     such as {@code /result/data/*}{@code /url}
 * @param lastResort whether it is taken only if no other place shows a value, and never noted
 * @param counts on tasks of which statuses the value is taken
 * @param unit the documented unit; null if none is documented
 * @param presentOn the statuses of a task on which it is documented; empty if any
 */
public record ValuePlace(
    @Nullable ValueName name,
    String pointer,
    boolean lastResort,
    Counts counts,
    @Nullable Unit unit,
    Set<CanonicalStatus> presentOn) {

  /** Copies the statuses; of all members only name and unit may be null. */
  public ValuePlace {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(counts, "counts");
    presentOn = Set.copyOf(presentOn);
  }

  /** A place that always counts, without a unit, documented on tasks of any status. */
  public static ValuePlace of(ValueName name, String pointer) {
    return new ValuePlace(name, pointer, false, Counts.ALWAYS, null, Set.of());
  }

  /** A property without a canonical value; {@link #presentOn(CanonicalStatus...)} follows. */
  public static ValuePlace unnamed(String pointer) {
    return new ValuePlace(null, pointer, false, Counts.ALWAYS, null, Set.of());
  }

  /** A copy that is taken only if no other place shows a value. */
  public ValuePlace asLastResort() {
    return new ValuePlace(name, pointer, true, counts, unit, presentOn);
  }

  /** A copy whose value is taken only on those tasks. */
  public ValuePlace counting(Counts when) {
    return new ValuePlace(name, pointer, lastResort, when, unit, presentOn);
  }

  /** A copy in that unit: a number that can only be in another one leaves a finding. */
  public ValuePlace in(Unit documented) {
    return new ValuePlace(name, pointer, lastResort, counts, documented, presentOn);
  }

  /** A copy that leaves a finding where a task of another status has the value. */
  public ValuePlace presentOn(CanonicalStatus... statuses) {
    return new ValuePlace(name, pointer, lastResort, counts, unit, Set.of(statuses));
  }
}
