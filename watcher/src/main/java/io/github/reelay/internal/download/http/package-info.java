/**
 * HTTP of a download: the request target, redirects, the provider's key, public addresses, the
 * stall time-out, and what a response means (a part, an expired URL, a file that is not there yet).
 * Files are written in {@code io.github.reelay.internal.download.file}; attempts are counted, and
 * waits made, in {@code io.github.reelay.download}. Connections, TLS and the syntax of a response
 * are those of {@code io.github.reelay.internal.http}.
 */
@NullMarked
package io.github.reelay.internal.download.http;

import org.jspecify.annotations.NullMarked;
