/**
 * The annotation by which a test becomes the home of a documented fact, and the check that every
 * build runs such a test. The registers themselves are read by {@code io.github.reelay.lint.facts},
 * before a client is generated.
 */
@NullMarked
package io.github.reelay.contracttools.facts;

import org.jspecify.annotations.NullMarked;
