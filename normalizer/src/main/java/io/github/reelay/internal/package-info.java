/**
 * What several packages and modules share and none owns: the holder that makes a value once, the
 * iterator that looks ahead, the factory of daemon threads, calls whose failures are logged, work
 * that runs once, the refusal of numbers that are too small, texts that say nothing, and the
 * handles that callers give. What has a subject of its own is in a package below, such as {@code
 * internal.http}. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal;

import org.jspecify.annotations.NullMarked;
