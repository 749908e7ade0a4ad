/**
 * HTTP/1.1 as queries and downloads use it: one connector, one strict reader of answers, one table
 * of what can go wrong. It follows, repeats and remembers nothing. Not part of the API: it changes
 * without notice.
 */
@NullMarked
package io.github.reelay.internal.http;

import org.jspecify.annotations.NullMarked;
