/**
 * The directory of the videos and the file of the open tasks, as the options name them: their
 * checks and their messages. What is written to them is up to the library. The file of settings is
 * in {@code settings}, saved responses are in {@code saved}.
 */
@NullMarked
package io.github.reelay.cli.files;

import org.jspecify.annotations.NullMarked;
