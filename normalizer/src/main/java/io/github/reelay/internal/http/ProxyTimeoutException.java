package io.github.reelay.internal.http;

import io.github.reelay.network.HttpProxy;
import java.io.InterruptedIOException;

/** The deadline passed before the response was complete, in a query through a proxy. */
public final class ProxyTimeoutException extends InterruptedIOException {
  private static final long serialVersionUID = 1L;

  private final String proxy;

  /** With the message of a deadline that names the proxy too. */
  public ProxyTimeoutException(String message, HttpProxy proxy) {
    super(message);
    this.proxy = proxy.toString();
  }

  /** Host and port of the proxy. */
  public String proxy() {
    return proxy;
  }
}
