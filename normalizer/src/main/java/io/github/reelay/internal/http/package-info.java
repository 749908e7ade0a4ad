/**
 * HTTP/1.1 as queries and downloads use it: one connector, one strict reader of responses, one
 * table of what can go wrong. It follows no redirect, retries nothing and keeps no connection:
 * reuse and deadlines of queries are in {@code transport}, redirects of downloads in the watcher
 * module. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal.http;

import org.jspecify.annotations.NullMarked;
