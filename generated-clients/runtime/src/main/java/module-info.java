/**
 * What generated clients stand on: the lenient reader of responses, and the names and places of the
 * values in them.
 *
 * <p>Feign and Jackson are needed only by those who read responses. Each client requires both.
 */
module io.github.reelay.contract {
  requires static com.fasterxml.jackson.core;
  requires static feign.core;
  requires static com.fasterxml.jackson.annotation;
  requires static transitive org.jspecify;

  exports io.github.reelay.contract;
  exports io.github.reelay.mapping;
}
