/**
 * Documents that describe a provider in place of code: the text with its lines, the short form, and
 * where a response holds each value. What the values mean is not decided here: {@code dialect} does
 * that for documents and for generated mappings alike.
 */
@NullMarked
package io.github.reelay.internal.document;

import org.jspecify.annotations.NullMarked;
