/** Tests of what a replica keeps and writes. */
@NullMarked
package io.github.reelay.cluster.internal.replica;

import org.jspecify.annotations.NullMarked;
