package io.github.reelay.dialect.document;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.dialect.ResponseMapper;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.mapping.TaskMapping;
import org.jspecify.annotations.Nullable;

/** Joins the places of a mapping with the rules. */
final class DocumentedMapper<T> implements ResponseMapper<T> {
  private final TaskMapping<T> mapping;
  private final TaskHook hook;
  private @Nullable DocumentedProvider provider;

  DocumentedMapper(TaskMapping<T> mapping, TaskHook hook) {
    this.mapping = mapping;
    this.hook = hook;
  }

  /** Made by the first response: a program reads those of few of the providers that it knows. */
  private DocumentedProvider provider() {
    DocumentedProvider known = provider;
    if (known == null) {
      known = new DocumentedProvider(mapping.provider());
      provider = known; // two threads may both make one: they are equal
    }
    return known;
  }

  @Override
  public String envelope() {
    return mapping.provider().envelope();
  }

  @Override
  public @Nullable T readTask(ContractReader in) {
    return mapping.readTask(in);
  }

  @Override
  public ErrorReport readError(ContractReader in) {
    ErrorRules rules = new ErrorRules();
    mapping.readError(in, rules);
    return rules.report();
  }

  @Override
  public @Nullable String status(T response) {
    return mapping.status(response);
  }

  @Override
  public boolean documents(String word) {
    return provider().names(word);
  }

  @Override
  public void map(T response, TaskAssembler assembler) {
    TaskRules rules = hook.rules(assembler, provider());
    rules.begin(mapping.status(response));
    mapping.map(response, rules);
    rules.end();
  }
}
