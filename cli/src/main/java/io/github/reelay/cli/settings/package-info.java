/**
 * The user's settings: environment variables, and next to them the file {@code
 * ~/.config/reelay/config}. An option of a command comes before both; options are parsed in {@link
 * io.github.reelay.cli.command}.
 */
@NullMarked
package io.github.reelay.cli.settings;

import org.jspecify.annotations.NullMarked;
