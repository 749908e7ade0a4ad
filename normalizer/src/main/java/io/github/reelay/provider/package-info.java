/**
 * Providers as a program uses them: a dialect at an address with a key, the query, and the
 * registry. Each provider's own words and places are in a package below, named for it.
 */
@NullMarked
package io.github.reelay.provider;

import org.jspecify.annotations.NullMarked;
