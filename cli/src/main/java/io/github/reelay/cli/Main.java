package io.github.reelay.cli;

import io.github.reelay.cli.command.CommandTree;
import io.github.reelay.cli.settings.Settings;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.ShutdownSignal;
import io.github.reelay.cli.terminal.UsageException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The entry point of the {@code reelay} command. {@link #run} is the same without the process, for
 * tests and for {@link TrainingRun}.
 */
public final class Main {
  private Main() {}

  /** Ends the process with the status of {@link #run}; never returns. */
  public static void main(String[] args) {
    configureLogs();
    configurePicocli();
    ShutdownSignal shutdown = ShutdownSignal.ofProcess();
    int status = run(args, CommandContext.ofProcess(shutdown));
    shutdown.ended(status);
    System.exit(status);
  }

  /** Names {@link CommandLogs} without loading it, unless the user has configured the logs. */
  private static void configureLogs() {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty("java.util.logging.config.class") == null) {
      System.setProperty("java.util.logging.config.class", "io.github.reelay.cli.CommandLogs");
    }
  }

  /** Leaves out converters that no command uses: looking for them makes the JDK's formatters. */
  private static void configurePicocli() {
    System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
  }

  /**
   * Runs the command and returns its exit status: 0 done, 1 a task ended failed, cancelled or
   * expired, 2 usage, 3 gave up waiting or was stopped, 4 the provider refused, 5 no readable
   * response or a video that could not be downloaded, 70 for a defect of the command itself or
   * results that could not be written.
   *
   * @param args the arguments as the shell passes them
   * @param context what the run sees of the world
   */
  public static int run(String[] args, CommandContext context) {
    int status = execute(args, context.withEnv(new Settings(context.env())));
    if (context.stdout().checkError()) {
      context.say(
          "expected to write the results to standard output, found it closed or without room");
      return ExitStatus.BROKEN.code();
    }
    return status;
  }

  private static int execute(String[] args, CommandContext context) {
    try {
      Handlers handlers = new Handlers(context);
      return CommandTree.of(context, args)
          .setParameterExceptionHandler(handlers)
          .setExecutionExceptionHandler(handlers)
          .execute(args);
    } catch (Error fatal) {
      return end(fatal, context); // else the JVM ends with 1, which says that a task failed
    }
  }

  private static int refuse(ParameterException wrong, String[] args, CommandContext context) {
    CommandLine command = wrong.getCommandLine();
    if (wrong.getCause() instanceof UsageException usage) { // a converter of ours
      List<String> all = List.of(args);
      return all.contains("--help") || all.contains("-h") ? help(command) : end(usage, context);
    }
    String name = command.getCommandSpec().qualifiedName();
    context.say(sentence(wrong, command, name) + "; see '" + name + " --help'");
    return ExitStatus.USAGE.code();
  }

  private static int help(CommandLine command) {
    command.usage(command.getOut());
    return ExitStatus.DONE.code();
  }

  private static String sentence(ParameterException wrong, CommandLine command, String name) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      String message = String.valueOf(wrong.getMessage());
      return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
    String first = unmatched.getUnmatched().get(0);
    if (first.startsWith("-")) {
      return "expected an option of '" + name + "', found '" + first.split("=", 2)[0] + "'";
    }
    return !command.getSubcommands().isEmpty()
        ? "expected one of the commands "
            + String.join(", ", command.getSubcommands().keySet())
            + ", found '"
            + first
            + "'"
        : "expected the arguments of '" + name + "', found one too many";
  }

  /** Anything but a usage error is a defect: its place is shown, its message may hold a secret. */
  private static int end(Throwable failed, CommandContext context) {
    if (failed instanceof UsageException usage) {
      String sentence = String.valueOf(usage.getMessage());
      if (usage.isWhole()) {
        context.sayWhole(sentence);
      } else {
        context.say(sentence);
      }
      return ExitStatus.USAGE.code();
    }
    context.say(
        "expected no failure here, found "
            + failed.getClass().getName()
            + "; please report it with these places");
    for (StackTraceElement place : failed.getStackTrace()) {
      context.say("  at " + place);
    }
    return ExitStatus.BROKEN.code();
  }

  /**
   * No lambdas: a lambda of an interface as old as picocli's cannot be in an archive of classes.
   */
  private record Handlers(CommandContext context)
      implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
      return refuse(wrong, args, context);
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
      return end(failed, context);
    }
  }
}
