/**
 * One class for each command, with its options and help text, and what reads options that several
 * commands share. A command checks its options and calls one class of {@link
 * io.github.reelay.cli.watch} (tasks at providers), {@link io.github.reelay.cli.cluster} (a replica
 * and its database) or {@link io.github.reelay.cli.saved} (saved responses, offline). picocli is
 * used here and in the entry point, nowhere else. What is printed while tasks are waited for is not
 * here, but in {@code watch}.
 */
@NullMarked
package io.github.reelay.cli.command;

import org.jspecify.annotations.NullMarked;
