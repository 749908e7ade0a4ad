/**
 * Which documented fact lives where: the registers of {@code api-specs}, what refers to them in
 * documents and tests, the sentence for each fact without a home, and the page that shows them all.
 * The tests that are the homes of facts stand in {@code contract-tests}.
 */
@NullMarked
package io.github.reelay.contracttools.facts;

import org.jspecify.annotations.NullMarked;
