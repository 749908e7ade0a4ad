/**
 * Time as waiting needs it: what it is now, and what shall run later. The one real clock of this
 * module is here.
 */
@NullMarked
package io.github.reelay.time;

import org.jspecify.annotations.NullMarked;
