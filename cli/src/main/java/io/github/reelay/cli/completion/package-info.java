/**
 * {@code reelay completion}: a script for bash and zsh, made of a template and of what the commands
 * declare. It is the only command outside of {@code command}, because it reads the whole tree of
 * commands. What the script suggests at run time, such as open handles, comes from other commands.
 */
@NullMarked
package io.github.reelay.cli.completion;

import org.jspecify.annotations.NullMarked;
