package io.github.reelay.cluster.internal.store;

import io.github.reelay.contract.PrintableText;
import org.jspecify.annotations.Nullable;

/** How a task of the cluster has ended, as the database has it. */
public enum TaskEnd {
  /** The provider has shown its end. */
  FINISHED("finished"),
  /** The provider has said for certain that it knows no such task. */
  REFUSED("refused"),
  /** Patience is over. */
  GAVE_UP("gave-up");

  private final String column;

  TaskEnd(String column) {
    this.column = column;
  }

  /** The value of the column. */
  public String column() {
    return column;
  }

  /**
   * The end of that column.
   *
   * @param column null for a task that is open
   * @throws IllegalStateException if the column has another value
   */
  public static @Nullable TaskEnd of(@Nullable String column) {
    if (column == null) {
      return null;
    }
    for (TaskEnd end : values()) {
      if (end.column.equals(column)) {
        return end;
      }
    }
    throw new IllegalStateException(
        "expected finished, refused or gave-up in reelay_task.outcome, found '"
            + PrintableText.of(column)
            + "'; a later version of Reelay may have written it, so use that version");
  }
}
