/**
 * The sandbox as an extension of JUnit 5. This package alone needs JUnit, which the consumer
 * brings.
 */
@NullMarked
package io.github.reelay.sandbox.junit;

import org.jspecify.annotations.NullMarked;
