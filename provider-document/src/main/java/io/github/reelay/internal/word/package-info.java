/**
 * How a status text is compared with another, for the normalizer and the sandbox alike. Which text
 * means which status is decided in the normalizer, in {@code io.github.reelay.rule}; which texts a
 * document lists is read in {@code io.github.reelay.document}. Not part of the API: it changes
 * without notice.
 */
@NullMarked
package io.github.reelay.internal.word;

import org.jspecify.annotations.NullMarked;
