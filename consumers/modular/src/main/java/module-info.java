/**
 * A program that requires the normalizer and the watcher. Its own provider is the one of
 * docs/a-provider-in-your-own-jar.md, which consumers/run puts next to it.
 */
module example.consumer {
  requires feign.core; // the annotations of the provider's request
  requires io.github.reelay;
  requires io.github.reelay.watcher;
  requires jdk.httpserver;

  provides io.github.reelay.dialect.Dialect with
      com.example.acme.AcmeDialect;
}
