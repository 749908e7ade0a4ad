/**
 * The address of a server in a URL, as it is read from a document, a setting or a response: more
 * hosts than {@link java.net.URI} knows, and percent-encoding of what RFC 3986 forbids. Whether an
 * address may be requested is decided where requests are made: for downloads in the watcher's
 * {@code io.github.reelay.internal.download.http}. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal.address;

import org.jspecify.annotations.NullMarked;
