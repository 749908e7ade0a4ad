/**
 * Settings of how queries and downloads reach the network: an HTTP proxy, which certificates TLS
 * trusts, and who resolves names. Nothing is set by default, and nothing is read from the
 * environment unless the caller wants it. Connections are made by {@code internal.http}.
 */
@NullMarked
package io.github.reelay.network;

import org.jspecify.annotations.NullMarked;
