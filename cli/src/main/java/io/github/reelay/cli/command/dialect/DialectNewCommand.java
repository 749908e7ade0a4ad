package io.github.reelay.cli.command.dialect;

import io.github.reelay.cli.dialect.NewDialect;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelay dialect new}: passes its arguments to {@link NewDialect}. */
@Command(
    name = "new",
    customSynopsis = "reelay dialect new [--name NAME] [--url URL] FILE...",
    description = {
      "Proposes a document that describes a provider, from responses that were saved with 'curl' or"
          + " 'curl -i', and prints it.",
      "Status, id, times, progress and URLs are recognised by their names and by their form; '# ?'"
          + " marks what has to be looked at. Save one response of a task that runs, one of a task"
          + " that has succeeded and one of a task that has failed. No value of a response is"
          + " printed but the status texts."
    })
public final class DialectNewCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the provider in handles; 'my' if not given.")
  private String name = "my";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The URL that a task was queried with: it gives the base URL and the path. It has the id"
              + " of a saved task, or {id}.")
  private @Nullable String url;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Saved responses.")
  private List<String> files = new ArrayList<>();

  /** Picocli sets the options and arguments before {@link #call}. */
  public DialectNewCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    new NewDialect(context, name, url).propose(files);
    return ExitStatus.DONE.code();
  }
}
