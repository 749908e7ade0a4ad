/** Tests of what is sent to the database. */
@NullMarked
package io.github.reelay.cluster.internal.store;

import org.jspecify.annotations.NullMarked;
