/**
 * What a change of a contract means to those who read its responses: the released documents in
 * {@code api-specs/baseline} are compared with the working ones, and version and changelog have to
 * say the difference. Whether a document is right in itself is decided in {@code
 * io.github.reelay.lint.rule}, and files are read by {@code io.github.reelay.lint.document}.
 */
@NullMarked
package io.github.reelay.lint.evolution;

import org.jspecify.annotations.NullMarked;
