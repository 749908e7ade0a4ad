/**
 * {@code reelay dialect} and its commands: their options. What they propose and check is in {@link
 * io.github.reelay.cli.dialect}; the option {@code --dialect} of other commands is in {@link
 * io.github.reelay.cli.command}.
 */
@NullMarked
package io.github.reelay.cli.command.dialect;

import org.jspecify.annotations.NullMarked;
