/**
 * How our own JSON is written and read: one writer, one reader of objects, and the form of a query
 * result, which stands alone and inside the JSON of the watcher. The public methods are in {@code
 * io.github.reelay.json} and in the watcher's {@code io.github.reelay.watch.json}; the bodies of
 * providers are read by {@code io.github.reelay.contract}. Not part of the API: it changes without
 * notice.
 */
@NullMarked
package io.github.reelay.internal.json;

import org.jspecify.annotations.NullMarked;
