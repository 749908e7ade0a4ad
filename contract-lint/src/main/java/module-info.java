/** Checks OpenAPI documents of providers, and what a change of one means to its readers. */
module io.github.reelay.lint {
  requires transitive com.fasterxml.jackson.databind;
  requires io.github.reelay.document;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports io.github.reelay.lint;
  exports io.github.reelay.lint.document;
  exports io.github.reelay.lint.evolution;
  exports io.github.reelay.lint.facts;
  exports io.github.reelay.lint.rule;
}
