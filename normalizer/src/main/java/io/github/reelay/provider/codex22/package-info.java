/**
 * 22codex. Its document says nearly everything: its client and its mapping are generated from that.
 * The dialect here names the hook, which adds what no extension of a document can say. What holds
 * for every provider is in {@code dialect}.
 */
@NullMarked
package io.github.reelay.provider.codex22;

import org.jspecify.annotations.NullMarked;
