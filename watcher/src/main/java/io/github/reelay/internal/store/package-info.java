/** A handle store whose writes are reported. Not part of the API: it changes without notice. */
@NullMarked
package io.github.reelay.internal.store;

import org.jspecify.annotations.NullMarked;
