/** A Jackson module that writes and reads the canonical JSON. */
@SuppressWarnings("module") // the name ends with the number of the line of Jackson
module io.github.reelay.jackson3 {
  requires transitive tools.jackson.databind;
  requires transitive io.github.reelay.watcher;
  requires static transitive org.jspecify;

  exports io.github.reelay.jackson3;

  provides tools.jackson.databind.JacksonModule with
      io.github.reelay.jackson3.ReelayModule;
}
