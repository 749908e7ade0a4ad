package io.github.reelay.dialect;

import io.github.reelay.contract.BodyLimits;
import io.github.reelay.contract.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of one response: the reader's, and what the rules of normalisation add. */
final class FindingCollector {
  private final TaskLocation location;
  private final List<Finding> read;
  private @Nullable List<Finding> added;

  /**
   * @param location where the task stands
   * @param read what the reader found
   */
  FindingCollector(TaskLocation location, List<Finding> read) {
    this.location = location;
    this.read = read;
  }

  TaskLocation location() {
    return location;
  }

  void add(Finding.Kind kind, String pointer, String detail) {
    addAtRoot(kind, location.pointer() + pointer, detail);
  }

  /** Notes that the task stands elsewhere than it is documented, if it does. */
  void addDifference() {
    Finding difference = location.difference();
    if (difference != null) {
      addAtRoot(difference.kind(), difference.pointer(), difference.detail());
    }
  }

  void addAtRoot(Finding.Kind kind, String pointer, String detail) {
    if (added == null) {
      added = new ArrayList<>();
    }
    added.add(new Finding(kind, pointer, detail));
  }

  /** Notes a missing member, unless the reader has already noted why it has no value. */
  void missingIf(boolean noValue, String pointer) {
    if (noValue && !hasRead(location.pointer() + pointer)) {
      add(Finding.Kind.MISSING_FIELD, pointer, "every task has this member");
    }
  }

  /** Notes a progress that is taken for the nearest possible one. */
  void progressOutOfRangeUnless(boolean inRange, String pointer) {
    if (!inRange) {
      add(Finding.Kind.UNDOCUMENTED_VALUE, pointer, "the progress is out of range");
    }
  }

  private boolean hasRead(String pointer) {
    for (Finding finding : read) {
      if (finding.pointer().equals(pointer)) {
        return true;
      }
    }
    return false;
  }

  /** The first {@link BodyLimits#FINDINGS} of them all, in {@link Finding#ORDER}. */
  List<Finding> sorted() {
    if (added == null) {
      return read;
    }
    List<Finding> all = new ArrayList<>(added);
    all.addAll(read);
    all.sort(Finding.ORDER);
    return all.subList(0, Math.min(all.size(), BodyLimits.FINDINGS));
  }
}
