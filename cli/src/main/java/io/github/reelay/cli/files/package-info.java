/** The directory of the videos and the file of the open tasks, as the options name them. */
@NullMarked
package io.github.reelay.cli.files;

import org.jspecify.annotations.NullMarked;
