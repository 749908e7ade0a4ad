package io.github.reelay.internal.http;

import io.github.reelay.network.HttpProxy;
import java.io.IOException;

/**
 * A proxy gave no connection. The message names the proxy and what to try; of what the proxy sent
 * it has the status only, and it has no credentials.
 */
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_FAILURE = 500;
  private static final int UNAUTHENTICATED = 407;

  private final transient Refusal refusal;

  /**
   * A failure of a proxy.
   *
   * @param reason what the proxy did, as a clause
   * @param advice what to try
   * @param lasting whether it has responded, and will respond in the same way again
   */
  private record Refusal(HttpProxy proxy, String reason, String advice, boolean lasting) {
    String found() {
      return "no connection through the proxy " + proxy + ": " + reason;
    }
  }

  private ProxyException(String message, Refusal refusal) {
    super(message);
    this.refusal = refusal;
  }

  private static ProxyException of(HttpProxy proxy, String reason, String advice, boolean lasting) {
    Refusal refusal = new Refusal(proxy, reason, advice, lasting);
    return new ProxyException(
        "expected a connection, found " + refusal.found() + "; " + advice, refusal);
  }

  /** The proxy could not be reached, or did not respond as a proxy does. */
  static ProxyException of(HttpProxy proxy, IOException cause) {
    NetworkFault fault = NetworkFault.of(cause);
    String reason =
        switch (fault) {
          case UNKNOWN_HOST -> "its name has no address";
          case UNCONNECTED -> "it accepts no connection";
          case STALLED -> "it does not respond in time";
          case NO_RESPONSE -> "it hangs up without a response";
          case CUT -> "its response ends early";
          case LONG_HEAD -> "its response has more or longer header lines than allowed";
          case NOT_HTTP -> "its response is not one of a proxy";
          case BROKEN -> "the connection to it breaks";
          case UNTRUSTED, DAMAGED_GZIP, OTHER_ENCODING, PROXY, OTHER ->
              "it fails (" + cause.getClass().getSimpleName() + ")";
        };
    boolean unreached = fault == NetworkFault.UNKNOWN_HOST || fault == NetworkFault.UNCONNECTED;
    String advice =
        unreached || fault == NetworkFault.NOT_HTTP
            ? "check the host and the port of the proxy"
            : "try again, or ask who runs the proxy";
    ProxyException failure = of(proxy, reason, advice, false);
    failure.setStackTrace(cause.getStackTrace());
    return failure;
  }

  /** The proxy responded with a status that opens no tunnel. */
  static ProxyException ofStatus(HttpProxy proxy, int status) {
    String shown = " (status " + status + ")";
    if (status == UNAUTHENTICATED) {
      return proxy.authorization() == null
          ? of(
              proxy,
              "it requires a user and a password" + shown,
              "set them, as in http://user:password@proxy.example:3128",
              true)
          : of(
              proxy,
              "it does not accept the user and the password" + shown,
              "check them, special characters of a URL percent-encoded",
              true);
    }
    boolean brief = status >= FIRST_FAILURE || status == 408 || status == 425 || status == 429;
    String advice =
        brief
            ? "try again, or ask who runs the proxy"
            : "ask who runs the proxy to allow this host and port";
    boolean lasting = status >= FIRST_REDIRECT && !brief;
    return of(proxy, "it refuses the connection" + shown, advice, lasting);
  }

  /** The same for a connection that this process closed because the proxy took too long. */
  public ProxyException stalled() {
    return of(
        refusal.proxy,
        "it does not respond in time",
        "try again, or ask who runs the proxy",
        false);
  }

  /** The same failure with a message that names the host too. */
  public ProxyException withMessage(String message) {
    return new ProxyException(message, refusal);
  }

  /** What was found, to follow the word "found" in a sentence. */
  public String found() {
    return refusal.found();
  }

  /** What to try, to follow what was found. */
  public String advice() {
    return refusal.advice;
  }

  /** Whether the proxy has responded, and will respond in the same way again. */
  public boolean isLasting() {
    return refusal.lasting;
  }
}
