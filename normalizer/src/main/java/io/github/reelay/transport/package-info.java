/**
 * How a response comes from a provider: the {@link io.github.reelay.transport.Transport} interface
 * in our own types, and the default client behind it, with its limits, deadlines and idle
 * connections. One request is sent once: polling is in the watcher module, and downloads have no
 * part in this.
 */
@NullMarked
package io.github.reelay.transport;

import org.jspecify.annotations.NullMarked;
