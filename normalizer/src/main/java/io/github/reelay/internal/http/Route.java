package io.github.reelay.internal.http;

/**
 * Where a connection goes.
 *
 * @param secure whether over TLS
 * @param host what is to be resolved: a name or an address, that of IPv6 without brackets
 * @param port from 1 to 65535
 */
public record Route(boolean secure, String host, int port) {}
