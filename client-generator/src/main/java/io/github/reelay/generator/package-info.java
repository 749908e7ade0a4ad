/**
 * The generator of the clients: the Java generator of OpenAPI Generator with its templates as they
 * are, and one file more, the mapping of the provider. Templates see one schema at a time, and a
 * mapping needs the walk across all of them, which {@code io.github.reelay.document} does; what is
 * here turns its result into Java names and lines. What a value means is said in neither.
 */
@NullMarked
package io.github.reelay.generator;

import org.jspecify.annotations.NullMarked;
