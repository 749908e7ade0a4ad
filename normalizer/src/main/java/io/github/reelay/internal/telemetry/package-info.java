/** Hands telemetry to those who listen. Not part of the API: it changes without notice. */
@NullMarked
package io.github.reelay.internal.telemetry;

import org.jspecify.annotations.NullMarked;
