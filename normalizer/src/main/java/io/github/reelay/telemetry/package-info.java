/**
 * What metrics and traces are made of: {@link io.github.reelay.telemetry.TelemetryListener} hears
 * of queries, tasks, downloads and writes to the handle store.
 */
@NullMarked
package io.github.reelay.telemetry;

import org.jspecify.annotations.NullMarked;
