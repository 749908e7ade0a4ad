/**
 * The tables of a cluster: the files that make them, and the check that a database has the ones
 * that this version understands. The statements that read and write them are in {@code store}. Not
 * part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.cluster.internal.schema;

import org.jspecify.annotations.NullMarked;
