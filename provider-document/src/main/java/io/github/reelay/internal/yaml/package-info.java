/**
 * Reads YAML as nodes, within bounds: what nests too deep or repeats itself too often by aliases is
 * refused while it is read. Each module makes its own values of the nodes.
 */
@NullMarked
package io.github.reelay.internal.yaml;

import org.jspecify.annotations.NullMarked;
