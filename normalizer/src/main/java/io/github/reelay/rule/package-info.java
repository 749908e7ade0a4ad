/**
 * Rules of normalisation that a provider's mapper names: which status text is which {@link
 * io.github.reelay.task.TaskStatus}, and when the URLs of a video expire. All are total. Rules that
 * apply to every response, such as the rounding of a progress, are applied by {@code
 * dialect.TaskAssembler} and not called by a mapper.
 */
@NullMarked
package io.github.reelay.rule;

import org.jspecify.annotations.NullMarked;
