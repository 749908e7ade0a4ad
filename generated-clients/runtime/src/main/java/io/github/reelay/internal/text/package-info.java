/**
 * Syntax below the reader of bodies: parsers of JSON in UTF-8, the names of its tokens, times as
 * ISO 8601 writes them, how long a text is. Nothing here sets limits or makes findings; that is
 * {@code io.github.reelay.contract}, which uses this package and which generated code imports
 * instead.
 */
@NullMarked
package io.github.reelay.internal.text;

import org.jspecify.annotations.NullMarked;
