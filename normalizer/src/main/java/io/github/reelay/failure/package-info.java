/**
 * What went wrong, in one type for all providers: the kinds, who says so, whether another query can
 * help, how long {@code Retry-After} says to wait, and which words refuse content. Which kind a
 * response shows is decided in {@code dialect}; how a wait reacts to it, in the watcher module.
 */
@NullMarked
package io.github.reelay.failure;

import org.jspecify.annotations.NullMarked;
