/** What tests read of the log. */
@NullMarked
package io.github.reelay.log;

import org.jspecify.annotations.NullMarked;
