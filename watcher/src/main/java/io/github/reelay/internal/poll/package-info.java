/**
 * What a watcher knows of the tasks of one provider, and when it queries for which: the queue of
 * due tasks, the rate, suspensions, the health of the provider. It begins queries and calls nobody
 * who waits or listens; that is done in {@code io.github.reelay.watch}. Not part of the API: it
 * changes without notice.
 */
@NullMarked
package io.github.reelay.internal.poll;

import org.jspecify.annotations.NullMarked;
