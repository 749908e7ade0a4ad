/**
 * Waiting for tasks and downloading their videos: one run of {@code watch}, {@code download} or
 * {@code demo}. It connects watcher, downloader and handle store, prints results and messages, and
 * knows which handles are left and how to resume. Options are parsed in {@link
 * io.github.reelay.cli.command}; how progress looks on a screen is decided in {@link
 * io.github.reelay.cli.terminal}.
 */
@NullMarked
package io.github.reelay.cli.watch;

import org.jspecify.annotations.NullMarked;
