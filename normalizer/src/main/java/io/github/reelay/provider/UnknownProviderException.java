package io.github.reelay.provider;

import io.github.reelay.contract.PrintableText;
import java.util.Collection;
import java.util.TreeSet;

/** No provider is registered under a name; the message lists those that are. */
public final class UnknownProviderException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownProviderException(String name, Collection<String> known) {
    super(
        "expected one of the providers "
            + String.join(", ", new TreeSet<>(known))
            + ", found '"
            + PrintableText.of(name)
            + "'");
  }
}
