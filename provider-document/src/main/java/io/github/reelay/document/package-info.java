/**
 * The one reader of the vocabulary ({@code x-reelay}, {@code x-means} and the rest, described in
 * the README of {@code api-specs}): from a provider's document to what it says of the provider and
 * of the places of its values. The generator of the clients, the lint and each program that follows
 * a provider by its document alone read through it, so that they cannot disagree. What becomes of a
 * value is decided elsewhere; nothing here reads a response.
 */
@NullMarked
package io.github.reelay.document;

import org.jspecify.annotations.NullMarked;
