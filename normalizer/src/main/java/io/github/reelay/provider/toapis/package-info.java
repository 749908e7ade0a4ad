/** toapis, of which its document says everything. */
@NullMarked
package io.github.reelay.provider.toapis;

import org.jspecify.annotations.NullMarked;
