import io.github.reelay.dialect.Dialect;

/** The {@code reelay} command. */
@SuppressWarnings("requires-automatic") // JLine's parts have automatic names
module io.github.reelay.cli {
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires io.github.reelay.cluster;
  requires io.github.reelay.lint;
  requires io.github.reelay.page;
  requires io.github.reelay.sandbox;
  requires io.github.reelay.watcher;
  requires org.jline.terminal;
  requires static transitive org.jspecify;

  // A program exports nothing; picocli sets the fields of the commands.
  opens io.github.reelay.cli.cluster to
      info.picocli;
  opens io.github.reelay.cli.command to
      info.picocli;
  opens io.github.reelay.cli.command.dialect to
      info.picocli;

  uses Dialect;
}
