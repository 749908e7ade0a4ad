/** What several packages of this module share. Not part of the API: it changes without notice. */
@NullMarked
package io.github.reelay.internal;

import org.jspecify.annotations.NullMarked;
