package io.github.reelay.provider.codex22;

import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.dialect.document.DocumentedProvider;
import io.github.reelay.dialect.document.TaskHook;
import io.github.reelay.dialect.document.TaskRules;

/**
 * What the document of 22codex cannot say: when pending runs, and what the id says of the model.
 */
final class Codex22Hook implements TaskHook {
  @Override
  public TaskRules rules(TaskAssembler assembler, DocumentedProvider provider) {
    return new Codex22Rules(assembler, provider);
  }
}
