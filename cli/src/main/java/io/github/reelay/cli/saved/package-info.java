/**
 * Saved responses: finding the dialect, reading a body or JSON Lines from a file or standard input,
 * and what {@code normalize} and {@code drift} do with each. Nothing here opens a connection or
 * starts a thread, and nothing of the watcher is loaded. Options are parsed in {@link
 * io.github.reelay.cli.command}.
 */
@NullMarked
package io.github.reelay.cli.saved;

import org.jspecify.annotations.NullMarked;
