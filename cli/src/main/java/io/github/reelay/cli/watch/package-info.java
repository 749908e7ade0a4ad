/**
 * One run of {@code watch}, {@code download} or {@code demo}, as a client of {@link
 * io.github.reelay.Reelay}: it follows the run until its end or Ctrl-C, prints results when they
 * are due, and knows the exit status and which tasks are left. Waiting, downloading and the state
 * file are {@link io.github.reelay.CollectRun}'s. Options are parsed in {@link
 * io.github.reelay.cli.command}; sentences and displays are in {@link
 * io.github.reelay.cli.terminal}.
 */
@NullMarked
package io.github.reelay.cli.watch;

import org.jspecify.annotations.NullMarked;
