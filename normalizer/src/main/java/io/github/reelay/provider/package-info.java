/**
 * Providers as a program uses them: a dialect at an address with a key, the query, and the registry
 * by name. The key is read, sent and redacted here and nowhere else. What a response means is
 * decided in {@code dialect}, and where each provider's values stand in the package below that is
 * named for it.
 */
@NullMarked
package io.github.reelay.provider;

import org.jspecify.annotations.NullMarked;
