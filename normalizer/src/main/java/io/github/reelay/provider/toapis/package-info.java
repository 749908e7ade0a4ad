/** toapis: its status words, its numbers, and where its answers hold what. */
@NullMarked
package io.github.reelay.provider.toapis;

import org.jspecify.annotations.NullMarked;
