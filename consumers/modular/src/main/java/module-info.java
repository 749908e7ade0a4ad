/** A program that requires the normalizer and the watcher, and has a provider of its own. */
module example.consumer {
  requires feign.core; // the annotations of the provider's request
  requires io.github.reelay;
  requires io.github.reelay.watcher;
  requires jdk.httpserver;

  provides io.github.reelay.dialect.Dialect with
      example.consumer.AcmeDialect;
}
