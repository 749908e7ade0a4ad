/**
 * How bytes come from a provider: the {@link io.github.reelay.transport.Transport} seam in our own
 * types, and the default client behind it with its limits and its deadline.
 */
@NullMarked
package io.github.reelay.transport;

import org.jspecify.annotations.NullMarked;
