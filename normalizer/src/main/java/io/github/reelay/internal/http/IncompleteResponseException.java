package io.github.reelay.internal.http;

import java.io.IOException;

/** A response did not come, or not whole; it keeps the fault that its cause showed. */
public final class IncompleteResponseException extends IOException {
  private static final long serialVersionUID = 1L;

  private final NetworkFault fault;

  /** With a message that names the host and quotes nothing that the server sent. */
  public IncompleteResponseException(String message, NetworkFault fault) {
    super(message);
    this.fault = fault;
  }

  NetworkFault fault() {
    return fault;
  }
}
