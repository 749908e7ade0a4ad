/**
 * The registers of what providers document: each fact in words of ours, compared with the element
 * of the specification that cites it and with the documented samples; evidence from elsewhere; and
 * the page that shows where each lives. {@link io.github.reelay.lint.facts.FactFolder} checks a
 * folder of them.
 */
@NullMarked
package io.github.reelay.lint.facts;

import org.jspecify.annotations.NullMarked;
