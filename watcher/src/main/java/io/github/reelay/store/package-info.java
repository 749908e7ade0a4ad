/** What is still to be waited for, kept beyond the end of the program. */
@NullMarked
package io.github.reelay.store;

import org.jspecify.annotations.NullMarked;
