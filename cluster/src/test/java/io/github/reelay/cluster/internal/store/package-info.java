/** Tests of what the database is asked. */
@NullMarked
package io.github.reelay.cluster.internal.store;

import org.jspecify.annotations.NullMarked;
