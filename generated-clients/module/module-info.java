/** The Feign client of one provider, generated from its OpenAPI document. */
@SuppressWarnings("module") // the name of a provider may end with a digit
module ${reelay.module} {
  requires com.fasterxml.jackson.annotation;
  // The runtime reads with Jackson; it leaves this to the clients.
  requires com.fasterxml.jackson.core;
  requires transitive feign.core;
  requires transitive io.github.reelay.contract;
  requires static transitive org.jspecify;

  exports ${reelay.module};

  provides io.github.reelay.mapping.GeneratedClient with
      ${reelay.module}.VideoTasksClient;
}
