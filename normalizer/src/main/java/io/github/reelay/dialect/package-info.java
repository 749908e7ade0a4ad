/**
 * What a provider's contract is to the rest of Reelay: the {@link io.github.reelay.dialect.Dialect}
 * that an adapter implements, and the one path from an exchange to a reading that all of them take.
 */
@NullMarked
package io.github.reelay.dialect;

import org.jspecify.annotations.NullMarked;
