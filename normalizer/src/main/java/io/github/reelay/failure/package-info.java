/**
 * What went wrong, in one type for all providers: the kinds, where a failure comes from, whether
 * another query can help, and the tables that turn codes, HTTP statuses and {@code Retry-After}
 * into them.
 */
@NullMarked
package io.github.reelay.failure;

import org.jspecify.annotations.NullMarked;
