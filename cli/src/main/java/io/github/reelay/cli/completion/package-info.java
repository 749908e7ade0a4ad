/**
 * {@code reelay completion}: a script for bash and zsh, made of a template and of what the commands
 * declare.
 */
@NullMarked
package io.github.reelay.cli.completion;

import org.jspecify.annotations.NullMarked;
