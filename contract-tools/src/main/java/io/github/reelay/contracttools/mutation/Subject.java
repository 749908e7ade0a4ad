package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Spec;
import org.jspecify.annotations.Nullable;

/** A document under all checks, and its client, which is made when a check first needs it. */
final class Subject {
  private final Spec spec;
  private final ClientFactory factory;
  private ClientFactory.@Nullable Built built;

  Subject(Spec spec, ClientFactory factory) {
    this.spec = spec;
    this.factory = factory;
  }

  Spec spec() {
    return spec;
  }

  ClientFactory.Built built() {
    if (built == null) {
      built = factory.build(spec);
    }
    return built;
  }

  Client client() {
    return built().client();
  }

  /** The client of the document as it is. */
  Client original() {
    return factory.original();
  }
}
