/**
 * Keeping handles, and the times of submission of their tasks, beyond the end of the program: in
 * memory, or in a journal that survives a kill and a power loss. What is done with a handle, and
 * when it may be removed, is decided in {@code io.github.reelay.watch}. Videos are not kept here.
 */
@NullMarked
package io.github.reelay.store;

import org.jspecify.annotations.NullMarked;
