/**
 * Calls telemetry listeners: one observer for a query and one for a download, and the guard that
 * keeps an exception of a listener away from them. The interface of a listener is in {@code
 * telemetry}. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal.telemetry;

import org.jspecify.annotations.NullMarked;
