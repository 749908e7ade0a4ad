/**
 * What Reelay relies on in each provider's responses, pinned as Pact files in {@code pacts/}:
 * written by the consumer tests, verified against the sandbox in every build and against the
 * providers themselves on demand, and published to a broker.
 *
 * <p>A file that differs from what the tests write fails the build; {@code -Dpact.rewrite=true}
 * takes the new one over. {@code -Pinterop} verifies with Pact's other implementation, {@code
 * -Plive} against the providers, and {@code -Ppublish-pacts} publishes; each says what it needs.
 *
 * <p>The sandbox is made from our own specifications: what it verifies is pinned, not proven.
 */
@NullMarked
package io.github.reelay.contracttests.pact;

import org.jspecify.annotations.NullMarked;
