/** Waiting for one task and watching many: the watcher, its events and its outcomes. */
@NullMarked
package io.github.reelay.watch;

import org.jspecify.annotations.NullMarked;
