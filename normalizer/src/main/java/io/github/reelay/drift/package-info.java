/**
 * Counting where answers differ from the contract, live and saved: the listener that is told of
 * each answer's findings, a counter that is one, and its report.
 */
@NullMarked
package io.github.reelay.drift;

import org.jspecify.annotations.NullMarked;
