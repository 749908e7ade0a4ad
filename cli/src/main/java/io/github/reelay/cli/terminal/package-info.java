/**
 * What surrounds a run: standard input and outputs, environment, clock, Ctrl-C, exit statuses, and
 * how progress is displayed, in place on a terminal or line by line elsewhere. It displays what it
 * is given. What a query, a wait or a download means for a person is put into words in {@link
 * io.github.reelay.cli.watch}.
 */
@NullMarked
package io.github.reelay.cli.terminal;

import org.jspecify.annotations.NullMarked;
