/** Tests of replicas, on each database that is there. */
@NullMarked
package io.github.reelay.cluster;

import org.jspecify.annotations.NullMarked;
