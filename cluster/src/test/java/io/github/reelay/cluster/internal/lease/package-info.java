/** Tests of leases without a database. */
@NullMarked
package io.github.reelay.cluster.internal.lease;

import org.jspecify.annotations.NullMarked;
