/** How a status word is compared, for the normalizer and for the sandbox that stands in for one. */
@NullMarked
package io.github.reelay.internal.word;

import org.jspecify.annotations.NullMarked;
