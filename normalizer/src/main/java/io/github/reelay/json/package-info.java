/**
 * Texts that leave the program: the canonical JSON of a task or a query result, written and read,
 * and saved responses as JSON Lines, written and read. The bodies of providers are not read here:
 * generated code in {@code io.github.reelay.contract} and the mappers do that.
 */
@NullMarked
package io.github.reelay.json;

import org.jspecify.annotations.NullMarked;
