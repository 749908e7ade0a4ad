/**
 * Waiting for one task and watching many: the watcher, its events and its outcomes. Here are the
 * order of watching and storing, follow-ups, and everything that calls the user's code. When a task
 * is queried is decided in {@code io.github.reelay.policy} (from numbers, without a clock) and kept
 * in {@code io.github.reelay.internal.poll}; handles are kept by {@code io.github.reelay.store},
 * and videos are saved by {@code io.github.reelay.download}.
 */
@NullMarked
package io.github.reelay.watch;

import org.jspecify.annotations.NullMarked;
