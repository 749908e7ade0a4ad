/** What things cost, each beside the barest way of doing the same in the same run. */
@NullMarked
package io.github.reelay.benchmarks;

import org.jspecify.annotations.NullMarked;
