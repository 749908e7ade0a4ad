/**
 * The sandbox as an extension of JUnit 5. Only this package needs JUnit, which its user has as a
 * dependency. It starts a sandbox, passes it to tests and closes it; what the sandbox does is in
 * {@code io.github.reelay.sandbox}.
 */
@NullMarked
package io.github.reelay.sandbox.junit;

import org.jspecify.annotations.NullMarked;
