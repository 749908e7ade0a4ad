/**
 * Which documented fact lives where: the registers of {@code api-specs}, what refers to them, the
 * checks that every fact has a home, and the tests of facts that no specification can carry.
 */
@NullMarked
package io.github.reelay.contracttests.facts;

import org.jspecify.annotations.NullMarked;
