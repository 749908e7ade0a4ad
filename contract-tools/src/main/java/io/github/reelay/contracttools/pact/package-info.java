/**
 * Everything about pacts but writing them: where the files lie, the sandbox put into the state that
 * an interaction needs, verification of a provider by Pact for Java and by Pact's other
 * implementation, publishing to a broker. What the pacts say is written by the consumer tests in
 * {@code contract-tests}, and {@code coverage} judges it.
 */
@NullMarked
package io.github.reelay.contracttools.pact;

import org.jspecify.annotations.NullMarked;
