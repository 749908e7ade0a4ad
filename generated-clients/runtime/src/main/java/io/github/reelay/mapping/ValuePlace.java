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
 * @param counts when it counts
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

  /** Checks that nothing but name and unit is null. */
  public ValuePlace {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(counts, "counts");
    presentOn = Set.copyOf(presentOn);
  }

  /** A place of which nothing else is documented. */
  public static ValuePlace of(ValueName name, String pointer) {
    return new ValuePlace(name, pointer, false, Counts.ALWAYS, null, Set.of());
  }

  /** A property that carries no canonical value, and of which the presence is documented. */
  public static ValuePlace unnamed(String pointer) {
    return new ValuePlace(null, pointer, false, Counts.ALWAYS, null, Set.of());
  }

  /** The same as a last resort. */
  public ValuePlace asLastResort() {
    return new ValuePlace(name, pointer, true, counts, unit, presentOn);
  }

  /** The same, counting only then. */
  public ValuePlace counting(Counts when) {
    return new ValuePlace(name, pointer, lastResort, when, unit, presentOn);
  }

  /** The same in that unit. */
  public ValuePlace in(Unit documented) {
    return new ValuePlace(name, pointer, lastResort, counts, documented, presentOn);
  }

  /** The same, documented on tasks of these statuses only. */
  public ValuePlace presentOn(CanonicalStatus... statuses) {
    return new ValuePlace(name, pointer, lastResort, counts, unit, Set.of(statuses));
  }
}
