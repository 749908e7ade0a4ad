/**
 * One response as it came over the wire, and what it was read as: the two ends of the one function
 * that live queries and saved bodies share.
 */
@NullMarked
package io.github.reelay.exchange;

import org.jspecify.annotations.NullMarked;
