/**
 * The option {@code --page}: reads the address, and serves {@link io.github.reelay.page.WatchPage}
 * while the command watches.
 */
@NullMarked
package io.github.reelay.cli.page;

import org.jspecify.annotations.NullMarked;
