package io.github.reelay.dialect.document;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.mapping.TaskMapping;

/**
 * A dialect that a document describes: profile, words and places come from the mapping that is
 * generated from it.
 */
public abstract class DocumentedDialect extends Dialect {

  /**
   * For a provider whose document says everything.
   *
   * @param mapping generated from the document
   */
  protected DocumentedDialect(TaskMapping<?> mapping) {
    this(mapping, TaskHook.NONE);
  }

  /**
   * For a provider of which something cannot be said in a document.
   *
   * @param mapping generated from the document
   * @param hook adds the rest
   */
  protected DocumentedDialect(TaskMapping<?> mapping, TaskHook hook) {
    super(DocumentedProvider.profile(mapping.provider()), new DocumentedMapper<>(mapping, hook));
  }
}
