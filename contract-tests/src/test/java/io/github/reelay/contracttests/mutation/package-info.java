/**
 * Changes made on purpose, to see whether anything notices: every element of the specs, and every
 * field that a pact pins.
 */
@NullMarked
package io.github.reelay.contracttests.mutation;

import org.jspecify.annotations.NullMarked;
