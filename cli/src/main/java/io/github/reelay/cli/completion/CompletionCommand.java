package io.github.reelay.cli.completion;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code reelay completion}. The script is made from the commands themselves, so it has their
 * current options.
 */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands, options, files, providers and handles in bash and"
          + " zsh.",
      "To use it in this shell: source <(reelay completion)",
      "For each new zsh: reelay completion zsh > DIR/_reelay, where DIR is in fpath.",
      "Handles are those that are open in the file of --state, else in the state files of the"
          + " current directory. The packages bring the script along."
    })
public final class CompletionCommand implements Callable<Integer> {
  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      completionCandidates = Shells.class,
      description =
          "bash, the default, or zsh. The script for bash works in both if it is sourced.")
  private String shell = Shells.BASH;

  /** What the script completes as the argument of this command. */
  static final class Shells implements Iterable<String> {
    static final String BASH = "bash";
    static final String ZSH = "zsh";
    private static final List<String> ALL = List.of(BASH, ZSH);

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }

  /** Picocli sets the argument and the model of all commands before {@link #call}. */
  public CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (!Shells.ALL.contains(shell)) {
      throw new UsageException("expected the shell bash or zsh, found '" + shell + "'");
    }
    CompletionScript script = CompletionScript.of(spec.root());
    context.result(shell.equals(Shells.ZSH) ? script.ofFunctionPath() : script.toBeSourced());
    return ExitStatus.DONE.code();
  }
}
