/**
 * What a provider's contract is to the rest of Reelay: the {@link io.github.reelay.dialect.Dialect}
 * that an adapter extends, and the one path from a response to a query result, which all adapters
 * share. Nothing here opens a connection or reads a clock: addresses, keys and queries are in
 * {@code provider}. The dialects that have a class of their own are in the packages below that.
 */
@NullMarked
package io.github.reelay.dialect;

import org.jspecify.annotations.NullMarked;
