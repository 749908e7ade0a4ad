package io.github.reelay.provider;

import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.internal.http.ProxyTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
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
    if (cause instanceof ProxyException refused) {
      return refused.found() + "; " + refused.advice();
    }
    if (cause instanceof ProxyTimeoutException late) {
      return "no complete response through the proxy " + late.proxy() + " before the deadline";
    }
    if (cause instanceof InterruptedIOException) {
      return DEADLINE;
    }
    if (cause instanceof UnknownHostException) {
      return "the host is not known; check the base URL";
    }
    if (cause instanceof ConnectException) {
      return "the host refused the connection; check the base URL";
    }
    if (cause instanceof SSLException) {
      return "no TLS connection; check the base URL and the trusted certificates";
    }
    return "the connection ended before the response did";
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
