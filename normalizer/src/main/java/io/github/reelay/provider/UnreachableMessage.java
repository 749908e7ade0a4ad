package io.github.reelay.provider;

import io.github.reelay.internal.http.NetworkFault;
import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.internal.http.ProxyTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Why there was no response, in a sentence without path or key. */
final class UnreachableMessage {
  private static final String DEADLINE = "no complete response before the deadline";

  private UnreachableMessage() {}

  static String of(@Nullable Throwable failed) {
    IOException cause = ioCause(failed);
    if (cause == null && failed != null && root(failed) instanceof TimeoutException) {
      return DEADLINE;
    }
    if (cause == null) {
      return "the transport failed: "
          + (failed == null ? "without a reason" : root(failed).getClass().getSimpleName());
    }
    if (cause instanceof ProxyTimeoutException late) {
      return "no complete response through the proxy " + late.proxy() + " before the deadline";
    }
    if (cause instanceof InterruptedIOException) {
      return DEADLINE;
    }
    return cause instanceof ProxyException refused
        ? refused.found() + "; " + refused.advice()
        : sentence(NetworkFault.of(cause), cause);
  }

  private static String sentence(NetworkFault fault, IOException cause) {
    return switch (fault) {
      case UNKNOWN_HOST -> "the host is not known; check the base URL";
      case UNCONNECTED -> "the host refused the connection; check the base URL";
      case UNTRUSTED -> "no TLS connection; check the base URL and the trusted certificates";
      case LONG_HEAD, DAMAGED_GZIP, OTHER_ENCODING -> "the response has " + fault.found(cause);
      case NOT_HTTP -> "the response is not HTTP; check the base URL";
      case STALLED, NO_RESPONSE, CUT, BROKEN, PROXY, OTHER ->
          "the connection ended before the response did";
    };
  }

  private static @Nullable IOException ioCause(@Nullable Throwable failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof IOException io) {
        return io;
      }
    }
    return null;
  }

  private static Throwable root(Throwable failed) {
    Throwable at = failed;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }
}
