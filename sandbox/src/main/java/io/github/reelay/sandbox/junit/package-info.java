/**
 * The sandbox as an extension of JUnit 5. This package alone needs JUnit, which the consumer
 * brings. It starts a sandbox, hands it to tests and closes it; what the sandbox does is settled in
 * {@code io.github.reelay.sandbox}.
 */
@NullMarked
package io.github.reelay.sandbox.junit;

import org.jspecify.annotations.NullMarked;
