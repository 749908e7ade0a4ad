/**
 * Holds a document that describes a provider in a repository of one's own: {@link
 * io.github.reelay.kit.DialectContract} makes JUnit tests of it, of saved responses and of golden
 * files. The checks themselves are those of {@code reelay-contract-lint} and of the normalizer.
 */
@NullMarked
package io.github.reelay.kit;

import org.jspecify.annotations.NullMarked;
