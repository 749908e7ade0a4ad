/**
 * Providers as a program uses them: a dialect at an address with a key, the query, and the registry
 * by name. The key is read, sent and redacted here and nowhere else. What a response means is
 * decided in {@code dialect}. Where a provider's values stand is said in its document; a package
 * below this one only gives its dialect a name in Java, and adds what no document can say.
 */
@NullMarked
package io.github.reelay.provider;

import org.jspecify.annotations.NullMarked;
