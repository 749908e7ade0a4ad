/** The kit that everybody else uses, on the documents of this repository. */
@NullMarked
package io.github.reelay.contracttests.kit;

import org.jspecify.annotations.NullMarked;
