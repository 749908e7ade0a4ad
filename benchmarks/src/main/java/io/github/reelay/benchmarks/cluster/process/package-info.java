/**
 * The programs that {@code benchmarks/run cluster} starts in JVMs of their own: a replica and a
 * provider. What belongs here runs there; what starts, kills and judges them stands in the package
 * above.
 */
@NullMarked
package io.github.reelay.benchmarks.cluster.process;

import org.jspecify.annotations.NullMarked;
