/** The providers on loopback, for tests: they respond with the examples of the specs. */
module io.github.reelay.sandbox {
  requires com.fasterxml.jackson.core;
  requires transitive io.github.reelay.contract;
  requires io.github.reelay.document;
  // The documents; a module of yours that has more of them opens their package.
  requires io.github.reelay.specs;
  requires jdk.httpserver;
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;

  exports io.github.reelay.sandbox;
  exports io.github.reelay.sandbox.junit;
}
