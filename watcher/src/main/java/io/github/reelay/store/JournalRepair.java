package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a journal that was repaired.
 *
 * @param journal where it is, links followed
 * @param open the handles that its readable lines leave open, in the order in which they were
 *     opened; unchangeable
 * @param dropped the lines that could not be read; empty if the journal was not damaged
 * @param copy where the journal is kept as it was; null if it was not damaged
 */
public record JournalRepair(
    Path journal, Set<TaskHandle> open, List<DamagedLines> dropped, @Nullable Path copy) {

  /**
   * Checks that there is a copy exactly if there was damage.
   *
   * @throws IllegalArgumentException if there is not
   */
  public JournalRepair {
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(open, "open");
    dropped = List.copyOf(dropped);
    if (dropped.isEmpty() != (copy == null)) {
      throw new IllegalArgumentException(
          "expected a copy exactly if lines were dropped, found "
              + dropped.size()
              + " dropped lines and the copy "
              + copy);
    }
  }

  /** One sentence for people. */
  @Override
  public String toString() {
    if (copy == null) {
      return "the journal " + journal + " is not damaged; open handles: " + open.size();
    }
    return "repaired the journal "
        + journal
        + ": dropped "
        + DamagedLines.named(dropped)
        + ", open handles: "
        + open.size()
        + "; a copy as it was is "
        + copy;
  }
}
