/**
 * Syntax below the reader of bodies: times as ISO 8601 writes them, the names of JSON tokens, how
 * long a text is. Nothing here keeps limits or makes findings; that is {@code
 * io.github.reelay.contract}, which uses this package and which generated code imports instead.
 */
@NullMarked
package io.github.reelay.internal.text;

import org.jspecify.annotations.NullMarked;
