package io.github.reelay.cli.command.dialect;

import io.github.reelay.cli.terminal.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What concerns documents that describe a provider; without one of its commands prints its help.
 */
@Command(
    name = "dialect",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Proposes and checks documents that describe a provider which Reelay does not know. The other"
          + " commands read such a document with --dialect FILE."
    })
public final class DialectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command. */
  public DialectCommand() {}

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitStatus.DONE.code();
  }
}
