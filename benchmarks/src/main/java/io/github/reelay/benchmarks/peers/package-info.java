/**
 * Reelay compared with what people use today: the same server, bytes, headers and deadline for each
 * client, each client in a JVM of its own, windows of the two clients of a pair in turn. What
 * belongs here is the run that makes {@code docs/benchmarks.md}; a benchmark of one part of Reelay
 * stands in the package above.
 */
@NullMarked
package io.github.reelay.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
