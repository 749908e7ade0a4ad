/**
 * The {@code reelay} process: its entry point, what it prints of an error, and the training run
 * that lists the classes for the archive. The commands are in {@link io.github.reelay.cli.command}.
 * Each package uses those after it, never one before it: {@code cli}, {@code command}, {@code
 * command.dialect}, {@code dialect}; then {@code cluster}, {@code completion}, {@code files},
 * {@code page}, {@code saved}, {@code settings} and {@code watch}, which do not know each other;
 * {@code terminal}.
 */
@NullMarked
package io.github.reelay.cli;

import org.jspecify.annotations.NullMarked;
