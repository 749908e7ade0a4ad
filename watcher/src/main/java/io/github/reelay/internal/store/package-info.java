/**
 * A handle store whose writes are reported to telemetry, around any other store, and the sentence
 * about one that failed. The stores themselves are in {@code store}. Not part of the API: it
 * changes without notice.
 */
@NullMarked
package io.github.reelay.internal.store;

import org.jspecify.annotations.NullMarked;
