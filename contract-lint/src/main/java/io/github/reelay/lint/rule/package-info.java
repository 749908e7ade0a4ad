/**
 * The lint: what a provider's document may say, so that the generated client reads every response,
 * loses nothing, and each statement has a source. One {@link io.github.reelay.lint.rule.Rule} per
 * question; the classes next to it hold the rules of one kind each. The rules see one document at a
 * time. What has changed since a release is none of their business: see {@code evolution}.
 */
@NullMarked
package io.github.reelay.lint.rule;

import org.jspecify.annotations.NullMarked;
