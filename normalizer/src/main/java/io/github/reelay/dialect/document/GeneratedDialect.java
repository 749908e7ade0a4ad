package io.github.reelay.dialect.document;

import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.mapping.GeneratedClient;

/** The dialect of a provider of which the document says everything: it has no class of its own. */
final class GeneratedDialect extends DocumentedDialect {
  private final GeneratedClient<?> client;

  GeneratedDialect(GeneratedClient<?> client) {
    super(client.mapping());
    this.client = client;
  }

  @Override
  public ClientBinding<?> binding() {
    return binding(client);
  }

  private static <A> ClientBinding<A> binding(GeneratedClient<A> client) {
    return new ClientBinding<>(client.api(), client::query);
  }
}
