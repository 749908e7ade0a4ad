package io.github.reelay.failure;

import java.util.Locale;

/** Who says that something failed. */
public enum Origin {
  /** The task itself: the body shows a failed task, or a completed one without its video. */
  TASK,
  /** The provider's server, {@code relay} in JSON: it responded, but not with a task. */
  RELAY,
  /** Nobody: there was no HTTP response, or no request, because no key is set. */
  TRANSPORT;

  /** The origin as the canonical JSON writes it, such as {@code relay}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
