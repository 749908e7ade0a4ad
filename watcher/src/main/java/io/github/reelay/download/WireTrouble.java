package io.github.reelay.download;

import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.internal.http.WireFault;
import java.io.IOException;

/** What went wrong on the wire, in words of ours: the other side's may quote anything. */
final class WireTrouble {

  private WireTrouble() {}

  /**
   * An attempt that broke.
   *
   * @param slow whether it was broken for its pace
   * @param where the host that it was to come from; empty if no request was made
   */
  static Ending.Broken broken(IOException cause, boolean slow, String where) {
    if (cause instanceof ProxyException proxy) {
      // Closing the connection for its pace looks like a failure of the proxy, of whatever kind.
      String found = slow ? proxy.stalled().found() : proxy.found();
      return new Ending.Broken(found, slow, null, null, where);
    }
    WireFault fault = slow ? WireFault.STALLED : WireFault.of(cause);
    boolean stalled = fault == WireFault.STALLED;
    return new Ending.Broken(fault.found(cause), stalled, null, null, where);
  }
}
