/**
 * Counts where responses differ from the contract, live and saved: the listener that gets the
 * findings of each response, a counter that is one, and its report. Findings are made while a
 * response is read, in {@code contract} and {@code dialect}; here they are only added up, and
 * secrets in examples redacted.
 */
@NullMarked
package io.github.reelay.drift;

import org.jspecify.annotations.NullMarked;
