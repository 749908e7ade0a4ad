/**
 * The address of a server in a URL, as it is read from a document, a setting or a response: more
 * hosts than {@link java.net.URI} knows, and percent-encoding of what RFC 3986 forbids.
 */
@NullMarked
package io.github.reelay.internal.address;

import org.jspecify.annotations.NullMarked;
