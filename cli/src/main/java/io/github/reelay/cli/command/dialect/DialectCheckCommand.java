package io.github.reelay.cli.command.dialect;

import io.github.reelay.cli.dialect.DialectCheck;
import io.github.reelay.cli.terminal.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelay dialect check}: passes its arguments to {@link DialectCheck}. */
@Command(
    name = "check",
    customSynopsis = "reelay dialect check [--baseline FILE] FILE [SAVED...]",
    description = {
      "Reads a document that describes a provider, says what it leaves out, and prints what it"
          + " reads in its examples and in the SAVED responses: one line of canonical JSON each.",
      "An OpenAPI document is held against the rules for such documents. With --baseline the"
          + " changes since an earlier version are listed, and the version of the document has to"
          + " say enough.",
      "The status is 2 if the document cannot be read or breaks a rule, if its version is too low,"
          + " or if it does not read a task or an error in one of the responses."
    })
public final class DialectCheckCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The document as it was released or last committed.")
  private @Nullable String baseline;

  @Parameters(index = "0", paramLabel = "FILE", description = "The document.")
  private String file = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SAVED",
      description = "Responses that were saved with 'curl' or 'curl -i'.")
  private List<String> saved = new ArrayList<>();

  /** Picocli sets the options and arguments before {@link #call}. */
  public DialectCheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return new DialectCheck(context, file).since(baseline).run(saved).code();
  }
}
