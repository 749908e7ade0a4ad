/**
 * The rules of normalisation that all providers share, each in a class of its own: which word is
 * which status, what counts as a URL, how a progress is rounded, when a URL dies. All are total.
 */
@NullMarked
package io.github.reelay.rule;

import org.jspecify.annotations.NullMarked;
