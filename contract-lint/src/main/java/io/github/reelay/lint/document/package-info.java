/**
 * Reads the documents: YAML as a JSON tree, a provider's specification with the numbers of its
 * facts. What a document may say is decided in {@code rule}, and what a change of one means in
 * {@code evolution}. Nothing here knows OpenAPI.
 */
@NullMarked
package io.github.reelay.lint.document;

import org.jspecify.annotations.NullMarked;
