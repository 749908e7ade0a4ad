/**
 * What a generated mapping stands on: the names of the canonical values, the place where a response
 * holds one, and the sink that takes each value as it was read. A generated {@link
 * io.github.reelay.mapping.TaskMapping} of a provider knows places and nothing else; what becomes
 * of a value is decided by the {@link io.github.reelay.mapping.TaskValues} that it is handed to,
 * which the normalizer implements. Reading a body is the business of {@code
 * io.github.reelay.contract}.
 */
@NullMarked
package io.github.reelay.mapping;

import org.jspecify.annotations.NullMarked;
