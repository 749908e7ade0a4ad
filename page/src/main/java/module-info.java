/** A page in the browser that shows what a watch is doing. */
@SuppressWarnings("module") // the modules that see internal packages are compiled later
module io.github.reelay.page {
  requires jdk.httpserver;
  requires static transitive org.jspecify;
  requires transitive io.github.reelay.watcher;

  exports io.github.reelay.page;
}
