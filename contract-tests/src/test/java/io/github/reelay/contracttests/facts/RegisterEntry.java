package io.github.reelay.contracttests.facts;

import org.jspecify.annotations.Nullable;

/**
 * One line of a register.
 *
 * @param number such as {@code T47} or {@code TC2}
 * @param says the fact or the contradiction, in one sentence of ours
 * @param notApplicable why the fact lives nowhere in this project; null if it does
 */
record RegisterEntry(String number, String says, @Nullable String notApplicable) {}
