import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.DialectReader;
import io.github.reelay.dialect.document.LoadedDialectReader;
import io.github.reelay.mapping.GeneratedClient;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;

/**
 * The normalizer: queries of all providers, and one canonical task from their responses. A provider
 * of your own is a {@link Dialect} that your module provides.
 */
// httpcore5 has an automatic name. The modules that see internal packages are compiled later.
@SuppressWarnings({"module", "requires-automatic"})
module io.github.reelay {
  requires com.fasterxml.jackson.core;
  requires feign.core;
  requires io.github.reelay.client.codex22;
  requires io.github.reelay.client.toapis;
  requires io.github.reelay.client.xingchaoyiqing;
  requires transitive io.github.reelay.contract;
  requires transitive io.github.reelay.document;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports io.github.reelay.dialect;
  exports io.github.reelay.dialect.document;
  exports io.github.reelay.drift;
  exports io.github.reelay.exchange;
  exports io.github.reelay.failure;
  exports io.github.reelay.json;
  exports io.github.reelay.network;
  exports io.github.reelay.provider;
  exports io.github.reelay.provider.codex22;
  exports io.github.reelay.provider.toapis;
  exports io.github.reelay.provider.xingchaoyiqing;
  exports io.github.reelay.rule;
  exports io.github.reelay.task;
  exports io.github.reelay.telemetry;
  exports io.github.reelay.transport;
  exports io.github.reelay.internal to
      io.github.reelay.cli,
      io.github.reelay.cluster,
      io.github.reelay.page,
      io.github.reelay.watcher;
  exports io.github.reelay.internal.host to
      io.github.reelay.cli,
      io.github.reelay.page;
  exports io.github.reelay.internal.http to
      io.github.reelay.watcher;
  exports io.github.reelay.internal.json to
      io.github.reelay.cli,
      io.github.reelay.page,
      io.github.reelay.watcher;
  exports io.github.reelay.internal.telemetry to
      io.github.reelay.watcher;
  exports io.github.reelay.internal.url to
      io.github.reelay.watcher;

  // The schema of the canonical JSON.
  opens io.github.reelay.json;

  uses Dialect;
  uses DialectReader;
  uses GeneratedClient;

  provides Dialect with
      Codex22Dialect,
      ToapisDialect,
      XingchaoyiqingDialect;
  provides DialectReader with
      LoadedDialectReader;
}
