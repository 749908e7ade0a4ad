/**
 * The canonical JSON of what a watcher gives: outcomes, events and the ends of downloads, written
 * and read. A query result inside them has the form of {@code io.github.reelay.json}, which has the
 * JSON of a task. The journal of a handle store has a format of its own, in {@code
 * io.github.reelay.store}.
 */
@NullMarked
package io.github.reelay.watch.json;

import org.jspecify.annotations.NullMarked;
