/**
 * The option {@code --page}: reads the address, and serves {@link io.github.reelay.page.WatchPage}
 * while the command watches. The page itself is the module {@code page}; the lines on the terminal
 * are in {@code terminal}.
 */
@NullMarked
package io.github.reelay.cli.page;

import org.jspecify.annotations.NullMarked;
