package io.github.reelay.cli.command.dialect;

import io.github.reelay.cli.dialect.DialectCheck;
import io.github.reelay.cli.terminal.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a document. */
@Command(
    name = "check",
    customSynopsis = "reelay dialect check FILE [SAVED...]",
    description = {
      "Reads a document that describes a provider, says what it leaves out, and prints what it"
          + " reads in its examples and in the SAVED responses: one line of canonical JSON each.",
      "The status is 2 if the document cannot be read, or if it does not read a task or an error in"
          + " one of the responses."
    })
public final class DialectCheckCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "FILE", description = "The document.")
  private String file = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SAVED",
      description = "Responses that were saved with 'curl' or 'curl -i'.")
  private List<String> saved = new ArrayList<>();

  /** The command. */
  public DialectCheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return new DialectCheck(context, file).run(saved).code();
  }
}
