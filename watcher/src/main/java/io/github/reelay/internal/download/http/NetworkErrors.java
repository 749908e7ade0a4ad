package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.NetworkFault;
import io.github.reelay.internal.http.ProxyException;
import java.io.IOException;

/** What went wrong on the wire, in words of ours: the other side's may quote anything. */
public final class NetworkErrors {

  private NetworkErrors() {}

  /**
   * An attempt that broke.
   *
   * @param slow whether it was broken for its pace
   * @param where the host that it was to come from; empty if no request was made
   */
  public static AttemptResult.Retryable retryable(IOException cause, boolean slow, String where) {
    if (cause instanceof ProxyException proxy) {
      // Closing the connection for its pace looks like a failure of the proxy, of whatever kind.
      String found = slow ? proxy.stalled().found() : proxy.found();
      return new AttemptResult.Retryable(found, slow, null, null, where);
    }
    NetworkFault fault = slow ? NetworkFault.STALLED : NetworkFault.of(cause);
    boolean stalled = fault == NetworkFault.STALLED;
    return new AttemptResult.Retryable(fault.found(cause), stalled, null, null, where);
  }
}
