/**
 * The command over both checks: the lint of {@code rule} and the gate of {@code evolution}. It
 * finds files, prints sentences and ends with a status; what is wrong is decided in those packages.
 * The module depends on none of Reelay's others, because it runs before their code is generated.
 */
@NullMarked
package io.github.reelay.lint;

import org.jspecify.annotations.NullMarked;
