/**
 * Metrics and traces for Micrometer: {@link io.github.reelay.micrometer.ReelayMetrics} and {@link
 * io.github.reelay.micrometer.ReelayObservations}. No tag holds a key, an id or a URL.
 */
@NullMarked
package io.github.reelay.micrometer;

import org.jspecify.annotations.NullMarked;
