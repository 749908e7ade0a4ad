/** Reads from a provider's OpenAPI document where its responses hold which canonical value. */
module io.github.reelay.document {
  requires transitive io.github.reelay.contract;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports io.github.reelay.document;
}
