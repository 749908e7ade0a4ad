/**
 * {@link io.github.reelay.Reelay} and what is under it: waiting for many tasks, the store of their
 * handles, and downloads.
 */
@SuppressWarnings("module") // the modules that see internal packages are compiled later
module io.github.reelay.watcher {
  requires transitive io.github.reelay;
  requires static transitive org.jspecify;

  exports io.github.reelay;
  exports io.github.reelay.download;
  exports io.github.reelay.policy;
  exports io.github.reelay.store;
  exports io.github.reelay.time;
  exports io.github.reelay.watch;
  exports io.github.reelay.watch.json;
  exports io.github.reelay.internal.client to
      io.github.reelay.cluster;
  exports io.github.reelay.internal.store to
      io.github.reelay.cluster;
  exports io.github.reelay.internal.download.http to
      io.github.reelay.page;

  // The schemas of the watch's JSON.
  opens io.github.reelay.watch.json;
}
