/**
 * What counts as a URL, and how it is percent-encoded: from a text in a response, a base URL or a
 * {@code Location} header to a URL that can be requested byte for byte. All of it is total. The
 * type of such a URL is {@link io.github.reelay.task.WebUrl}; what an address is allowed to be is
 * decided where files are downloaded. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal.url;

import org.jspecify.annotations.NullMarked;
