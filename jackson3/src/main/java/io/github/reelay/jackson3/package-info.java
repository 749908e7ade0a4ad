/**
 * {@link io.github.reelay.jackson3.ReelayModule} lets Jackson 3 write and read tasks, outcomes and
 * events as canonical JSON. The JSON is made by {@code CanonicalJson} and {@code WatchJson}; here
 * is only what hands it to Jackson. The same for Jackson 2 is the module {@code jackson2}.
 */
@NullMarked
package io.github.reelay.jackson3;

import org.jspecify.annotations.NullMarked;
