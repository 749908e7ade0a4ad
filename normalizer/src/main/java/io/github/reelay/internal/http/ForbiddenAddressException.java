package io.github.reelay.internal.http;

import java.io.IOException;

/** A host has an address that is not allowed; the message names neither. */
public final class ForbiddenAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException() {
    super("expected an address that is allowed, found another");
  }
}
