package io.github.reelay.cli;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Puts the commands together, with what their help texts share. */
final class CommandTree {
  private static final List<ExitStatus> HARMLESS = List.of(ExitStatus.DONE, ExitStatus.USAGE);
  private static final List<ExitStatus> DRIFT =
      List.of(ExitStatus.DONE, ExitStatus.DRIFTED, ExitStatus.USAGE);
  private static final List<ExitStatus> ALL =
      List.of(
          ExitStatus.DONE,
          ExitStatus.ENDED,
          ExitStatus.USAGE,
          ExitStatus.GAVE_UP,
          ExitStatus.REFUSED,
          ExitStatus.UNREADABLE);
  private static final List<ExitStatus> ONE_ANSWER =
      List.of(
          ExitStatus.DONE,
          ExitStatus.ENDED,
          ExitStatus.USAGE,
          ExitStatus.REFUSED,
          ExitStatus.UNREADABLE);

  private final CommandLine root = new CommandLine(new ReelayCommand());

  private CommandTree() {
    describe(root.getCommandSpec(), ALL);
  }

  static CommandLine of(Surroundings surroundings) {
    CommandTree tree = new CommandTree();
    tree.add(new DemoCommand(surroundings), ALL);
    tree.add(new GetCommand(surroundings), ONE_ANSWER);
    tree.add(new WatchCommand(surroundings), ALL);
    tree.add(new DownloadCommand(surroundings), ALL);
    tree.add(new NormalizeCommand(surroundings), ONE_ANSWER);
    tree.add(new DriftCommand(surroundings), DRIFT);
    tree.add(new ProvidersCommand(surroundings), HARMLESS);
    tree.add(new SandboxCommand(surroundings), HARMLESS);
    tree.add(new CompletionCommand(surroundings), HARMLESS);
    tree.root.addSubcommand(new CommandLine.HelpCommand());
    return tree.root
        .setOut(new PrintWriter(surroundings.stdout()))
        .setErr(new PrintWriter(surroundings.stderr()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExpandAtFiles(false); // an argument that begins with an at sign is one like any other
  }

  private void add(Object command, List<ExitStatus> statuses) {
    CommandLine added = new CommandLine(command);
    describe(added.getCommandSpec(), statuses);
    root.addSubcommand(added);
  }

  private static void describe(CommandSpec spec, List<ExitStatus> statuses) {
    Map<String, String> byCode = new LinkedHashMap<>();
    statuses.forEach(status -> byCode.put(" " + status.code(), status.description()));
    byCode.put(String.valueOf(ExitStatus.BROKEN.code()), ExitStatus.BROKEN.description());
    spec.usageMessage()
        .exitCodeListHeading("%nExit status:%n")
        .exitCodeList(Collections.unmodifiableMap(byCode));
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this help and end.")
            .build());
  }
}
