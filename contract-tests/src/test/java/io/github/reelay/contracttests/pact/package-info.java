/**
 * What Reelay relies on in each provider's answers, pinned as Pact files in {@code pacts/}: written
 * by the consumer tests, verified against the sandbox in every build and against the providers
 * themselves on demand, and published to a broker.
 *
 * <p>The sandbox is a stand-in made from our own specifications: what it verifies is pinned, not
 * proven.
 */
@NullMarked
package io.github.reelay.contracttests.pact;

import org.jspecify.annotations.NullMarked;
