/**
 * {@link io.github.reelay.jackson2.ReelayModule} lets Jackson 2 write and read tasks, outcomes and
 * events as canonical JSON.
 */
@NullMarked
package io.github.reelay.jackson2;

import org.jspecify.annotations.NullMarked;
