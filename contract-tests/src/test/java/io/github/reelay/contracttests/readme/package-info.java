/** The README's snippets, compiled and run, and the test that keeps the README equal to them. */
@NullMarked
package io.github.reelay.contracttests.readme;

import org.jspecify.annotations.NullMarked;
