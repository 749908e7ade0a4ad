/**
 * Reads what the text of a host says without a name service: whether it is a name or an IP address.
 * Nothing here looks a name up, which {@link io.github.reelay.network.DnsResolver} does, or reads a
 * whole URL, which {@code internal.url} does. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal.host;

import org.jspecify.annotations.NullMarked;
