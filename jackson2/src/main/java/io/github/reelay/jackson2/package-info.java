/**
 * {@link io.github.reelay.jackson2.ReelayModule} lets Jackson 2 write and read tasks, outcomes and
 * events as canonical JSON. The JSON is made by {@code CanonicalJson} and {@code WatchJson}; here
 * is only what hands it to Jackson. The same for Jackson 3 is the module {@code jackson3}.
 */
@NullMarked
package io.github.reelay.jackson2;

import org.jspecify.annotations.NullMarked;
