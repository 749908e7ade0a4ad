package io.github.reelay.cli.command;

import io.github.reelay.cli.command.dialect.DialectCheckCommand;
import io.github.reelay.cli.command.dialect.DialectCommand;
import io.github.reelay.cli.command.dialect.DialectNewCommand;
import io.github.reelay.cli.completion.CompletionCommand;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the commands together, with what their help texts share. */
public final class CommandTree {
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
  private static final List<ExitStatus> DEMO =
      List.of(ExitStatus.DONE, ExitStatus.USAGE, ExitStatus.GAVE_UP, ExitStatus.UNREADABLE);
  private static final List<ExitStatus> ONE_QUERY =
      List.of(
          ExitStatus.DONE,
          ExitStatus.ENDED,
          ExitStatus.USAGE,
          ExitStatus.REFUSED,
          ExitStatus.UNREADABLE);

  private static final String COMPLETION = "completion";
  private static final List<String> NAMES =
      List.of(
          "demo",
          "get",
          "watch",
          "download",
          "normalize",
          "drift",
          "add",
          "tasks",
          "providers",
          "dialect",
          "sandbox",
          COMPLETION);

  private final CommandContext context;
  private final CommandLine root;

  private CommandTree(CommandContext context, CommandLine root) {
    this.context = context;
    this.root = root;
  }

  /**
   * The command that reads the arguments. Only the subcommand that they begin with is built, since
   * building all takes longer than most of them run; all are built where another may be shown.
   */
  public static CommandLine of(CommandContext context, String... args) {
    boolean one = args.length > 0 && NAMES.contains(args[0]) && !args[0].equals(COMPLETION);
    CommandTree tree = one ? only(context, args[0]) : all(context);
    return tree.root
        .setOut(new PrintWriter(context.stdout()))
        .setErr(new PrintWriter(context.stderr()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours(context, args)))
        .setExpandAtFiles(false); // an argument that begins with an at sign is one like any other
  }

  /** Looks for a terminal only where help may be printed, because the look starts a process. */
  private static Ansi colours(CommandContext context, String... args) {
    List<String> given = List.of(args);
    boolean help =
        given.isEmpty()
            || given.contains("-h")
            || given.contains("--help")
            || given.get(0).equals("help");
    return help && context.resultsHaveColours() ? Ansi.ON : Ansi.OFF;
  }

  /**
   * The root has a name and nothing else: arguments that begin with a subcommand reach neither its
   * help nor its options.
   */
  private static CommandTree only(CommandContext context, String name) {
    CommandLine root = new CommandLine(CommandSpec.create().name("reelay"));
    CommandTree tree = new CommandTree(context, root);
    tree.add(name);
    return tree;
  }

  private static CommandTree all(CommandContext context) {
    CommandTree tree = new CommandTree(context, new CommandLine(new ReelayCommand()));
    describe(tree.root.getCommandSpec(), ALL);
    for (String name : NAMES) {
      tree.add(name);
    }
    CommandLine help = new CommandLine(new CommandLine.HelpCommand());
    help.getCommandSpec().usageMessage().description("Prints the help of a command.");
    tree.root.addSubcommand(help);
    return tree;
  }

  private void add(String name) {
    switch (name) {
      case "demo" -> add(name, new DemoCommand(context), DEMO);
      case "get" -> add(name, new GetCommand(context), ONE_QUERY);
      case "watch" -> add(name, new WatchCommand(context), ALL);
      case "download" -> add(name, new DownloadCommand(context), ALL);
      case "normalize" -> add(name, new NormalizeCommand(context).spec(), ONE_QUERY);
      case "drift" -> add(name, new DriftCommand(context), DRIFT);
      case "add" -> add(name, new AddCommand(context), HARMLESS);
      case "tasks" -> add(name, new TasksCommand(context), HARMLESS);
      case "providers" -> add(name, new ProvidersCommand(context), HARMLESS);
      case "dialect" -> addDialect(name);
      case "sandbox" -> add(name, new SandboxCommand(context), HARMLESS);
      case COMPLETION -> add(name, new CompletionCommand(context), HARMLESS);
      default -> throw new IllegalArgumentException("expected a command, found " + name);
    }
  }

  private void addDialect(String name) {
    add(name, new DialectCommand(), HARMLESS);
    CommandLine dialect = root.getSubcommands().get(name);
    add(dialect, "new", new DialectNewCommand(context), HARMLESS);
    add(dialect, "check", new DialectCheckCommand(context), HARMLESS);
  }

  private void add(String name, Object command, List<ExitStatus> statuses) {
    add(root, name, command, statuses);
  }

  private static void add(
      CommandLine parent, String name, Object command, List<ExitStatus> statuses) {
    CommandLine added = new CommandLine(command);
    describe(added.getCommandSpec(), statuses);
    parent.addSubcommand(name, added);
  }

  /**
   * What the help of a command says of a status, where the common description would be wrong
   * because the command neither queries nor downloads.
   */
  private static String description(ExitStatus status, String command) {
    return switch (command + " " + status.code()) {
      case "get 1", "normalize 1" -> "the task ended failed, cancelled or expired";
      case "get 2", "watch 2", "download 2" -> "usage: nothing was queried";
      case "normalize 2", "drift 2" -> "usage: a file cannot be read, or a line was no response";
      case "demo 2", "add 2", "tasks 2", "providers 2", "dialect 2", "sandbox 2", "completion 2" ->
          "usage: nothing was done";
      case "new 2" -> "usage: nothing was printed";
      case "check 2" -> "usage: the document or a response cannot be read";
      case "normalize 4" -> "the response is a refusal: key, quota, rate, request, unknown task";
      case "get 5", "normalize 5" -> "no readable response";
      default -> status.description();
    };
  }

  private static void describe(CommandSpec spec, List<ExitStatus> statuses) {
    Map<String, String> byCode = new LinkedHashMap<>();
    for (ExitStatus status : statuses) {
      byCode.put(" " + status.code(), description(status, spec.name()));
    }
    byCode.put(String.valueOf(ExitStatus.BROKEN.code()), ExitStatus.BROKEN.description());
    spec.usageMessage()
        .exitCodeListHeading("%n@|bold Exit status:|@%n")
        .exitCodeList(Collections.unmodifiableMap(byCode))
        .sectionMap()
        .put(UsageMessageSpec.SECTION_KEY_FOOTER, new EnvironmentFooter());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this help and end.")
            .build());
  }
}
