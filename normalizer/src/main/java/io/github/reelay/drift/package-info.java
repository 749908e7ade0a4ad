/**
 * Counting where responses differ from the contract, live and saved: the listener that gets each
 * response's findings, a counter that is one, and its report.
 */
@NullMarked
package io.github.reelay.drift;

import org.jspecify.annotations.NullMarked;
