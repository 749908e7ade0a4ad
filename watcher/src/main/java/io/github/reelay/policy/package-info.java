/**
 * How a task is waited for: from what has been seen of it, how long to wait for the next query or
 * why to stop. Pure functions over a provider's numbers.
 */
@NullMarked
package io.github.reelay.policy;

import org.jspecify.annotations.NullMarked;
