/**
 * Dialects that come from a provider's document: what becomes of the values that a {@link
 * io.github.reelay.mapping.TaskMapping} hands over. The rules are the same for every provider and
 * stand here once; {@link io.github.reelay.dialect.TaskAssembler} applies those that concern one
 * value. Where a response holds what is said in the document, and what no document can say is added
 * by a {@link io.github.reelay.dialect.document.TaskHook} of the provider's package.
 */
@NullMarked
package io.github.reelay.dialect.document;

import org.jspecify.annotations.NullMarked;
