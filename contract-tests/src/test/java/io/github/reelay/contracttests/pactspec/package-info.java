/**
 * Holds the committed pacts against the specifications: an interaction may ask and pin only what a
 * document declares, and what a mapper reads or a document promises must have an interaction.
 */
@NullMarked
package io.github.reelay.contracttests.pactspec;

import org.jspecify.annotations.NullMarked;
