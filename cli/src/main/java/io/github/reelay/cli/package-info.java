/**
 * The {@code reelay} command: one class for each of its commands, what they share in talking to a
 * terminal, and the exit statuses. It stands on the public API of the normalizer and the sandbox.
 */
@NullMarked
package io.github.reelay.cli;

import org.jspecify.annotations.NullMarked;
