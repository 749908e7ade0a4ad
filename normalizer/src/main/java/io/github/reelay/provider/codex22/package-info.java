/** 22codex: its status words, its numbers, and where its answers hold what. */
@NullMarked
package io.github.reelay.provider.codex22;

import org.jspecify.annotations.NullMarked;
