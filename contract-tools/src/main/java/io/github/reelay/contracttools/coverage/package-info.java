/**
 * Holds the committed pacts against the documents: an interaction may send and pin only what a
 * document declares, and what a mapper reads or a document promises must have an interaction. Pacts
 * are read as JSON here; writing and verifying them is for {@code pact} and the tests.
 */
@NullMarked
package io.github.reelay.contracttools.coverage;

import org.jspecify.annotations.NullMarked;
