package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.NetworkFault;
import io.github.reelay.internal.http.ProxyException;
import java.io.IOException;

/** Why a connection failed, in our own words, because those of the server may quote anything. */
public final class NetworkErrors {

  private NetworkErrors() {}

  /**
   * An attempt whose connection failed.
   *
   * @param slow whether it was closed because it was too slow
   * @param where the host that it was requested from; empty if no request was made
   */
  public static AttemptResult.Retryable retryable(IOException cause, boolean slow, String where) {
    if (cause instanceof ProxyException proxy) {
      // A connection that was closed for being slow looks like any failure of the proxy.
      String found = slow ? proxy.stalled().found() : proxy.found();
      return new AttemptResult.Retryable(found, slow, null, null, where);
    }
    NetworkFault fault = slow ? NetworkFault.STALLED : NetworkFault.of(cause);
    boolean stalled = fault == NetworkFault.STALLED;
    return new AttemptResult.Retryable(fault.found(cause), stalled, null, null, where);
  }
}
