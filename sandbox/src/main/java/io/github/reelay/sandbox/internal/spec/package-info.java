/**
 * Documents as the sandbox needs them: the routes of a provider, its named examples, and where a
 * response holds what; of a provider without examples they are made up from its places and words.
 * The vocabulary is read by {@code io.github.reelay.document}. Requests and scenarios are in {@code
 * io.github.reelay.sandbox}, which alone uses this package.
 */
@NullMarked
package io.github.reelay.sandbox.internal.spec;

import org.jspecify.annotations.NullMarked;
