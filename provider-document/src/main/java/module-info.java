/** Reads from a provider's OpenAPI document where its responses hold which canonical value. */
// The modules that see the internal packages are compiled later.
@SuppressWarnings("module")
module io.github.reelay.document {
  requires transitive io.github.reelay.contract;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports io.github.reelay.document;
  exports io.github.reelay.internal.address to
      io.github.reelay;
  exports io.github.reelay.internal.pointer to
      io.github.reelay,
      io.github.reelay.lint,
      io.github.reelay.sandbox;
  exports io.github.reelay.internal.word to
      io.github.reelay,
      io.github.reelay.sandbox;
  exports io.github.reelay.internal.yaml to
      io.github.reelay,
      io.github.reelay.lint;
}
