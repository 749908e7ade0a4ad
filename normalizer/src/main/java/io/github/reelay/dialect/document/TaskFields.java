package io.github.reelay.dialect.document;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.mapping.ValueName;
import org.jspecify.annotations.Nullable;

/** The plain texts and the times of a task: of each the first that says something. */
final class TaskFields {
  private final TaskAssembler assembler;
  private @Nullable String idPointer;
  private @Nullable String id;
  private @Nullable String otherId;
  private @Nullable String model;
  private @Nullable String prompt;
  private boolean created;
  private boolean updated;
  private boolean completed;

  TaskFields(TaskAssembler assembler) {
    this.assembler = assembler;
  }

  void id(String pointer, @Nullable String value) {
    if (idPointer == null) {
      idPointer = pointer; // where it is missed if no place has it
    }
    if (saysNothing(id)) {
      id = value != null ? value : id;
      assembler.id(idPointer, id);
    }
  }

  void otherId(String value) {
    if (saysNothing(otherId)) {
      otherId = value;
      assembler.otherId(value);
    }
  }

  /** Takes an id inside the response, with or without what stands before a colon. */
  void innerId(String pointer, String value) {
    String own = assembler.ownId();
    if (own != null && !value.isBlank() && !own.equals(value) && !isPrefixed(own, value)) {
      assembler.note(Finding.Kind.ID_CONFLICT, pointer, "the id of another task");
    }
  }

  private static boolean isPrefixed(String own, String value) {
    int colon = own.length() - value.length() - 1;
    return colon >= 0 && own.charAt(colon) == ':' && own.endsWith(value);
  }

  void model(String value) {
    if (model == null && !value.isBlank()) {
      model = value;
      assembler.model(value);
    }
  }

  void prompt(String value) {
    if (prompt == null && !value.isBlank()) {
      prompt = value;
      assembler.prompt(value);
    }
  }

  void time(@Nullable ValueName name, Timestamp time) {
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

  private static boolean saysNothing(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
