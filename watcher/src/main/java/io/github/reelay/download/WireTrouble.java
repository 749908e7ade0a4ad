package io.github.reelay.download;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** What went wrong on the wire, in words of ours: the other side's may quote anything. */
final class WireTrouble {

  private WireTrouble() {}

  /**
   * An attempt that broke.
   *
   * @param slow whether it was broken for its pace
   * @param where the host that it was to come from; empty if no request was made
   */
  static Ending.Broken broken(Exception cause, boolean slow, String where) {
    boolean stalled = slow || cause instanceof SocketTimeoutException;
    return new Ending.Broken(
        stalled ? "next to nothing coming" : found(cause), stalled, null, null, where);
  }

  private static String found(Exception cause) {
    if (cause instanceof UnknownHostException) {
      return "no address for that name";
    }
    if (cause instanceof SSLException) {
      return "no trusted TLS connection (" + cause.getClass().getSimpleName() + ")";
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return "that it accepts no connection";
    }
    if (cause instanceof SocketException) {
      return "the connection broken";
    }
    if (cause instanceof NoHttpResponseException) {
      return "that it hangs up without an answer";
    }
    if (isEarlyEnd(cause)) {
      return "that the answer ends early";
    }
    boolean plain = cause.getClass() == IOException.class;
    return plain
        ? "an answer that is none"
        : "something else (" + cause.getClass().getSimpleName() + ")";
  }

  private static boolean isEarlyEnd(Exception cause) {
    return cause instanceof ConnectionClosedException
        || cause instanceof TruncatedChunkException
        || cause instanceof EOFException;
  }
}
