/**
 * Time as waiting needs it: what it is now, and what shall run later. The one real clock of this
 * module is here, and the virtual one for tests. Nothing here knows a task: how long to wait is
 * decided in {@code io.github.reelay.policy} for queries, in {@code io.github.reelay.download} for
 * downloads.
 */
@NullMarked
package io.github.reelay.time;

import org.jspecify.annotations.NullMarked;
