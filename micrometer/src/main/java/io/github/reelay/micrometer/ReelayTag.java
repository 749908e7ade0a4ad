package io.github.reelay.micrometer;

import io.micrometer.common.docs.KeyName;

/** The tags of meters and observations. Each has few values. */
public enum ReelayTag implements KeyName {
  /** The name of the provider. */
  PROVIDER("provider"),
  /** How a query, a wait, a download or a write ended, such as {@code found} or {@code saved}. */
  RESULT("result"),
  /** The kind of a bad response or of a finding. */
  KIND("kind"),
  /** The status of a task; {@code unseen} if its provider has not shown it. */
  STATE("state");

  private final String key;

  ReelayTag(String key) {
    this.key = key;
  }

  @Override
  public String asString() {
    return key;
  }
}
