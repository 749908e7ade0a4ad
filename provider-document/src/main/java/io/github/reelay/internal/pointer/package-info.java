/**
 * JSON Pointers for all modules that write or follow them. What stands at the end of one is looked
 * up where the value is: a document, a body, an example. Not part of the API: it changes without
 * notice.
 */
@NullMarked
package io.github.reelay.internal.pointer;

import org.jspecify.annotations.NullMarked;
