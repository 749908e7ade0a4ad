/**
 * Metrics and traces for Micrometer: {@link io.github.reelay.micrometer.ReelayMetrics} and {@link
 * io.github.reelay.micrometer.ReelayObservations}. Both are listeners of {@code telemetry}, which
 * says what is reported and when; here are only names, tags and units. No tag holds a key, an id or
 * a URL.
 */
@NullMarked
package io.github.reelay.micrometer;

import org.jspecify.annotations.NullMarked;
