/**
 * The command over both checks: the lint of {@code rule} and the gate of {@code evolution}. It
 * finds files, prints sentences and ends with a status; what is wrong is decided in those packages.
 * Of Reelay's other modules this one depends on {@code provider-document} alone, because it runs
 * before a client is generated.
 */
@NullMarked
package io.github.reelay.lint;

import org.jspecify.annotations.NullMarked;
