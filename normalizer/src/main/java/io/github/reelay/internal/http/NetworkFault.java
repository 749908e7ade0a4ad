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
 * Why a connection or a response fails, by the type of the exception: the one table for queries and
 * downloads. Messages of exceptions are dropped, because they may quote what the server sent.
 */
public enum NetworkFault {
  /** The name service knows no address. */
  UNKNOWN_HOST("no address for that name"),
  /** The certificate is refused, or the handshake fails. */
  UNTRUSTED("no trusted TLS connection"),
  /** The connection is not accepted. */
  UNCONNECTED("that it accepts no connection"),
  /** Nothing arrives within the time-out of the socket. */
  STALLED("next to nothing coming"),
  /** The connection closes before the first byte of a response. */
  NO_RESPONSE("that it hangs up without a response"),
  /** The connection closes within the response. */
  CUT("that it ends early"),
  /** The head is beyond the limits. */
  LONG_HEAD("more or longer header lines than allowed"),
  /** The body cannot be inflated. */
  DAMAGED_GZIP("damaged gzip data"),
  /** The body has an encoding that was not requested. */
  OTHER_ENCODING("a content encoding other than gzip"),
  /** The bytes are no HTTP. */
  NOT_HTTP("a response that is not HTTP"),
  /** The connection is reset. */
  BROKEN("the connection broken"),
  /** A proxy gives no connection; {@link ProxyException} says why. */
  PROXY("no connection through the proxy"),
  /** Any other exception. */
  OTHER("something else");

  private final String found;

  NetworkFault(String found) {
    this.found = found;
  }

  /** By the type of the exception alone; {@link #OTHER} if no row fits. */
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
    return ofResponse(cause);
  }

  private static NetworkFault ofResponse(Throwable cause) {
    if (cause instanceof IncompleteResponseException incomplete) {
      return incomplete.fault();
    }
    if (cause instanceof ProxyException) {
      return PROXY;
    }
    if (cause instanceof NoHttpResponseException) {
      return NO_RESPONSE;
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
   * @param cause the exception that {@link #of} was called with
   */
  public String found(Throwable cause) {
    if (cause instanceof ProxyException proxy) {
      return proxy.found();
    }
    boolean named = this == UNTRUSTED || this == OTHER;
    return named ? found + " (" + cause.getClass().getSimpleName() + ")" : found;
  }
}
