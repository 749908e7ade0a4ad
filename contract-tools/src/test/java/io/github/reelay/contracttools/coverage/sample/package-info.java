/** A generated record and a mapper of it, for the search for what is read. */
@NullMarked
package io.github.reelay.contracttools.coverage.sample;

import org.jspecify.annotations.NullMarked;
