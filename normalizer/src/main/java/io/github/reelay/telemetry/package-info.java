/**
 * What metrics and traces are made of: {@link io.github.reelay.telemetry.TelemetryListener} is
 * called for queries, tasks, downloads and writes to the handle store. What calls it is in {@code
 * internal.telemetry}; what makes metrics of it is the module {@code micrometer}. Events about
 * single tasks, for a program, are in {@code watch}.
 */
@NullMarked
package io.github.reelay.telemetry;

import org.jspecify.annotations.NullMarked;
