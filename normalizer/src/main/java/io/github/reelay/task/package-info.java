/**
 * The canonical task: what all providers have in common, its states, its video, and the handle that
 * names it. These types hold values and check them; a response becomes a task in {@code dialect},
 * and JSON in {@code json}.
 */
@NullMarked
package io.github.reelay.task;

import org.jspecify.annotations.NullMarked;
