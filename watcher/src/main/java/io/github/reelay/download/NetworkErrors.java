package io.github.reelay.download;

import io.github.reelay.internal.http.NetworkFault;
import java.io.IOException;

/** What went wrong on the wire, in words of ours: the other side's may quote anything. */
final class NetworkErrors {

  private NetworkErrors() {}

  /**
   * An attempt that broke.
   *
   * @param slow whether it was broken for its pace
   * @param where the host that it was to come from; empty if no request was made
   */
  static AttemptResult.Retryable retryable(IOException cause, boolean slow, String where) {
    NetworkFault fault = slow ? NetworkFault.STALLED : NetworkFault.of(cause);
    boolean stalled = fault == NetworkFault.STALLED;
    return new AttemptResult.Retryable(fault.found(cause), stalled, null, null, where);
  }
}
