/**
 * How queries and downloads reach the network: an HTTP proxy, whom TLS trusts, and who resolves
 * names. Nothing is set by default, and nothing is read from the environment unless it is asked
 * for.
 */
@NullMarked
package io.github.reelay.network;

import org.jspecify.annotations.NullMarked;
