package io.github.reelay.cli.command.dialect;

import io.github.reelay.cli.terminal.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code reelay dialect}; alone it is a usage error, because it needs one of its commands. */
@Command(
    name = "dialect",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Proposes and checks documents that describe a provider which Reelay does not know. The other"
          + " commands read such a document with --dialect FILE."
    })
public final class DialectCommand implements Callable<Integer> {
  /** Needs no context, because it prints nothing itself. */
  public DialectCommand() {}

  @Override
  public Integer call() {
    throw new UsageException(
        "expected one of the commands new, check, found none; see 'reelay dialect --help'");
  }
}
