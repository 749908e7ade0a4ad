/** Several replicas of a program that watch tasks together, with a database between them. */
@SuppressWarnings("requires-automatic") // db-scheduler and the pools have automatic names
module io.github.reelay.cluster {
  requires com.github.kagkarlsson.scheduler;
  requires static com.h2database;
  requires static com.zaxxer.hikari;
  requires transitive io.github.reelay.watcher;
  requires transitive java.sql;
  requires static transitive org.jspecify;
  // What db-scheduler logs through; an automatic module cannot say so itself.
  requires org.slf4j;

  exports io.github.reelay.cluster;
}
