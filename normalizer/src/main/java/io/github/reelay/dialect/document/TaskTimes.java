package io.github.reelay.dialect.document;

import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.mapping.ValueName;
import org.jspecify.annotations.Nullable;

/** The times of a task: of each the first that is a time. */
final class TaskTimes {
  private final TaskAssembler assembler;
  private boolean created;
  private boolean updated;
  private boolean completed;

  TaskTimes(TaskAssembler assembler) {
    this.assembler = assembler;
  }

  void take(@Nullable ValueName name, Timestamp time) {
    if (name == ValueName.CREATED_AT && !created) {
      created = true;
      assembler.createdAt(time);
    } else if (name == ValueName.UPDATED_AT && !updated) {
      updated = true;
      assembler.updatedAt(time);
    } else if (name == ValueName.COMPLETED_AT && !completed) {
      completed = true;
      assembler.completedAt(time);
    }
  }
}
