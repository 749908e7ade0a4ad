package io.github.reelay.dialect.document;

import io.github.reelay.dialect.TaskAssembler;

/** Adds to the common rules what no document can say of one provider. Stateless. */
public interface TaskHook {
  /** Nothing is added. */
  TaskHook NONE = new CommonRules();

  /**
   * New rules for each response, because they hold its values.
   *
   * @param assembler what the rules fill in
   * @param words what the provider's words mean, and the rest of its document
   */
  TaskRules rules(TaskAssembler assembler, DocumentedProvider words);

  /** The common rules alone. */
  final class CommonRules implements TaskHook {
    private CommonRules() {}

    @Override
    public TaskRules rules(TaskAssembler assembler, DocumentedProvider words) {
      return new TaskRules(assembler, words);
    }
  }
}
