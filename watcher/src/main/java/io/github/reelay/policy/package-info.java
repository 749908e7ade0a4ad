/**
 * How a task is waited for: from what has been seen of it, how long to wait for the next query, or
 * why to stop. Pure functions over a provider's numbers; nothing here reads a clock, queries or
 * keeps a task. The tasks and their queries are in {@code io.github.reelay.internal.poll}, the
 * futures and listeners that learn of an end in {@code io.github.reelay.watch}.
 */
@NullMarked
package io.github.reelay.policy;

import org.jspecify.annotations.NullMarked;
