/** A Jackson module that writes and reads the canonical JSON. */
@SuppressWarnings("module") // the name ends with the number of the line of Jackson
module io.github.reelay.jackson2 {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive io.github.reelay.watcher;
  requires static transitive org.jspecify;

  exports io.github.reelay.jackson2;

  provides com.fasterxml.jackson.databind.Module with
      io.github.reelay.jackson2.ReelayModule;
}
