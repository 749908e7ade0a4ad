package io.github.reelay.internal.http;

/**
 * The target of a connection.
 *
 * @param secure whether it is over TLS
 * @param host the name or address to resolve; IPv6 without brackets
 * @param port from 1 to 65535
 */
public record Route(boolean secure, String host, int port) {}
