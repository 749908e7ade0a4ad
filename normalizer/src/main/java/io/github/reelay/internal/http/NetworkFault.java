package io.github.reelay.internal.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * What can go wrong on the wire, by the type of the exception: the one table for queries and
 * downloads. Messages of exceptions are dropped, since they may quote what the other side sent.
 */
public enum NetworkFault {
  /** The name service knows no address. */
  UNKNOWN_HOST("no address for that name"),
  /** The certificate or the handshake. */
  UNTRUSTED("no trusted TLS connection"),
  /** Nobody accepts the connection. */
  UNCONNECTED("that it accepts no connection"),
  /** Nothing comes in the time that a socket allows. */
  STALLED("next to nothing coming"),
  /** The connection closes before the first byte of an answer. */
  UNANSWERED("that it hangs up without an answer"),
  /** The connection closes within the answer. */
  CUT("that it ends early"),
  /** The head is beyond the limits. */
  LONG_HEAD("more or longer header lines than allowed"),
  /** The body cannot be inflated. */
  DAMAGED_GZIP("damaged gzip data"),
  /** The body has an encoding that nobody asked for. */
  OTHER_ENCODING("a content encoding other than gzip"),
  /** What comes is no HTTP. */
  NOT_HTTP("an answer that is none"),
  /** The connection is reset. */
  BROKEN("the connection broken"),
  /** Anything else. */
  OTHER("something else");

  private final String found;

  NetworkFault(String found) {
    this.found = found;
  }

  /** What an exception tells. */
  public static NetworkFault of(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return UNKNOWN_HOST;
    }
    if (cause instanceof SSLException) {
      return UNTRUSTED;
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return UNCONNECTED;
    }
    if (cause instanceof SocketTimeoutException) {
      return STALLED;
    }
    if (cause instanceof SocketException || cause instanceof ClosedChannelException) {
      return BROKEN;
    }
    return ofAnswer(cause);
  }

  private static NetworkFault ofAnswer(Throwable cause) {
    if (cause instanceof NoHttpResponseException) {
      return UNANSWERED;
    }
    if (cause instanceof ConnectionClosedException
        || cause instanceof TruncatedChunkException
        || cause instanceof EOFException) {
      return CUT;
    }
    if (cause instanceof MessageConstraintException) {
      return LONG_HEAD;
    }
    if (cause instanceof ZipException) {
      return DAMAGED_GZIP;
    }
    if (cause instanceof ContentCodings.UnaskedException) {
      return OTHER_ENCODING;
    }
    return cause instanceof ProtocolException ? NOT_HTTP : OTHER;
  }

  /**
   * What was found, to follow the word "found" in a sentence.
   *
   * @param cause what {@link #of} was asked about
   */
  public String found(Throwable cause) {
    boolean named = this == UNTRUSTED || this == OTHER;
    return named ? found + " (" + cause.getClass().getSimpleName() + ")" : found;
  }
}
