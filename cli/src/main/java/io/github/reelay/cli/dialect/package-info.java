/**
 * Documents that describe a provider, as people write them: what saved responses seem to say, and
 * the text of a proposal. Documents are read by {@code io.github.reelay.dialect}, and options in
 * {@link io.github.reelay.cli.command}.
 */
@NullMarked
package io.github.reelay.cli.dialect;

import org.jspecify.annotations.NullMarked;
