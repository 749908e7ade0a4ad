/**
 * The canonical task: what all providers have in common, its states, its video, and the handle that
 * names it.
 */
@NullMarked
package io.github.reelay.task;

import org.jspecify.annotations.NullMarked;
