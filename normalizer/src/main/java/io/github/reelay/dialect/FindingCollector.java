package io.github.reelay.dialect;

import io.github.reelay.contract.BodyLimits;
import io.github.reelay.contract.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings of one response: the reader's, and what the rules of normalisation add. */
final class FindingCollector {
  private final String base;
  private final List<Finding> read;
  private List<Finding> added = List.of();

  /**
   * @param base JSON Pointer of the task
   * @param read what the reader found
   */
  FindingCollector(String base, List<Finding> read) {
    this.base = base;
    this.read = read;
  }

  void add(Finding.Kind kind, String pointer, String detail) {
    addAtRoot(kind, base + pointer, detail);
  }

  void addAtRoot(Finding.Kind kind, String pointer, String detail) {
    if (added.isEmpty()) {
      added = new ArrayList<>();
    }
    added.add(new Finding(kind, pointer, detail));
  }

  /** A member that could not be read is there, and has its finding already. */
  void missingIf(boolean noValue, String pointer) {
    if (noValue && !hasRead(base + pointer)) {
      add(Finding.Kind.MISSING_FIELD, pointer, "every task has this member");
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
    if (added.isEmpty()) {
      return read;
    }
    List<Finding> all = new ArrayList<>(added);
    all.addAll(read);
    all.sort(Finding.ORDER);
    return all.subList(0, Math.min(all.size(), BodyLimits.FINDINGS));
  }
}
