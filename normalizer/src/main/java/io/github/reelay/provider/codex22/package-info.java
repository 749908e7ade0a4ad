/** 22codex, of which its document says nearly everything; the hook adds the rest. */
@NullMarked
package io.github.reelay.provider.codex22;

import org.jspecify.annotations.NullMarked;
