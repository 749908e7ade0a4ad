/**
 * {@link io.github.reelay.jackson3.ReelayModule} lets Jackson 3 write and read tasks, outcomes and
 * events as canonical JSON.
 */
@NullMarked
package io.github.reelay.jackson3;

import org.jspecify.annotations.NullMarked;
