/**
 * What surrounds a run: standard input and outputs, environment, clock, Ctrl-C, exit statuses, and
 * how progress is displayed, in place on a terminal or line by line elsewhere. It has the sentences
 * and statuses for what a query, a wait or a download means for a person. It prints what it is
 * given; when that is due is decided in {@link io.github.reelay.cli.watch} and {@link
 * io.github.reelay.cli.command}.
 */
@NullMarked
package io.github.reelay.cli.terminal;

import org.jspecify.annotations.NullMarked;
