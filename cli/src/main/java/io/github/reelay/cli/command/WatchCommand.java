package io.github.reelay.cli.command;

import io.github.reelay.CollectOptions;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.cluster.ClusterRun;
import io.github.reelay.cli.files.StateFile;
import io.github.reelay.cli.page.PageOption.Client;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cli.watch.WatchRun;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    customSynopsis = {
      "reelay watch [--download DIR] [--timeout T] [--every T] [--json]",
      "                    [--user-agent UA] [--download-header 'NAME: VALUE']...",
      "                    [--proxy URL] [--no-proxy HOSTS] [--verbose]",
      "                    [--allow-private-addresses] [--page PORT] HANDLE...",
      "       reelay watch --state FILE [options] [HANDLE...]",
      "       reelay watch --state FILE --repair",
      "       reelay watch --cluster URL [options] [HANDLE...]"
    },
    description = {
      "Waits until all tasks have ended, and prints each as canonical JSON, one line, when it has.",
      "Each provider is queried at its own interval, which 'reelay providers' lists. Progress goes"
          + " to standard error: one line per task that changes in place if that is a terminal,"
          + " else one line per change.",
      "Ctrl-C ends the wait within a second and prints every unfinished handle and the command that"
          + " resumes them: status 3. The tasks themselves go on in any case.",
      "A length of time is written as 90s, 10m, 1h30m, 500ms or PT10M."
    },
    footer = SharedHelp.QUERYING)
final class WatchCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "HANDLE",
      arity = "0..*",
      description =
          "Provider and id of a task, such as toapis:task_123 or 22codex:sora-2:task_1. With"
              + " --state or --cluster none is needed.")
  private List<String> handles = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Keep the handles in FILE until their tasks have ended for good, and with --download"
              + " until their videos are on the disk; go on with those that are in it. One process"
              + " at a time can use it; it survives being killed.")
  private @Nullable String state;

  @Option(
      names = "--repair",
      description =
          "Rewrite a damaged FILE of --state with what can be read of it, report what was dropped,"
              + " and keep a copy in FILE.damaged-1, or the next number that is free. Without a"
              + " HANDLE that is all; else go on as without this option.")
  private boolean repair;

  @Mixin private WaitOptions options = new WaitOptions();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  WatchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Set<TaskHandle> given = HandleArguments.parse(handles);
    checkOptions(given);
    options.requests().check();
    if (cluster.isGiven()) {
      watchCluster(given);
      return ExitStatus.DONE.code();
    }
    CollectOptions collecting = collecting();
    if (repair) {
      new StateFile(state).repair(context);
      if (given.isEmpty()) {
        return ExitStatus.DONE.code();
      }
    }
    try (Providers providers = providers(given)) {
      ReelayBuilder client = options.client().sharedProviders(providers);
      try (WatchPage shown = page(providers, Client.of(client));
          WatchRun run = new WatchRun(display(), client, collecting)) {
        checkOpen(run.kept(), providers);
        if (shown != null) {
          shown.expect(run.kept());
          shown.expect(given);
        }
        return run(run, given).code();
      }
    }
  }

  /** Adds the tasks that were given to the cluster, and watches its tasks until it is stopped. */
  private void watchCluster(Set<TaskHandle> given) {
    try (Providers providers = providers(given)) {
      ReelayClusterBuilder client = cluster.client(providers);
      options.apply(client);
      try (WatchPage shown = page(providers, Client.of(client))) {
        if (shown != null) {
          shown.expect(given);
        }
        OutcomeMessages messages = new OutcomeMessages(providers, false, options.rules().timeout());
        new ClusterRun(display(), client, messages)
            .run(given, options.printing() == Printing.CHANGES);
      }
    }
  }

  /**
   * The providers, after the check that each task has one with a key; they are closed if one has
   * not.
   */
  private Providers providers(Set<TaskHandle> given) {
    Providers providers = options.network().providers(context, options.dialects());
    try {
      HandleArguments.check(given, providers, context.env());
      return providers;
    } catch (RuntimeException refused) {
      providers.close();
      throw refused;
    }
  }

  /** The page that shows the tasks of a client; null if it is not wanted. */
  private @Nullable WatchPage page(Providers providers, Client client) {
    return options.page().open(context, providers, options.allowPrivateAddresses(), client);
  }

  private CommandContext display() {
    return options.network().display(context);
  }

  private void checkOptions(Set<TaskHandle> given) {
    if (cluster.isGiven() && (state != null || repair)) {
      throw new UsageException(
          "expected --cluster or --state FILE, found both; the database of a cluster keeps the"
              + " handles");
    }
    if (given.isEmpty() && state == null && !cluster.isGiven()) {
      throw new UsageException(
          "expected at least one HANDLE or --state FILE, found neither; see 'reelay watch --help'");
    }
  }

  private ExitStatus run(WatchRun run, Set<TaskHandle> given) {
    ExitStatus leftAlone = new StateFile(state).reportLeftAlone(run.leftAlone(), context);
    if (given.isEmpty() && run.kept().isEmpty()) {
      if (leftAlone == ExitStatus.DONE) {
        context.say("nothing to wait for: no handle is open in " + state);
      }
      return leftAlone;
    }
    WatchRun.End end = run.run(given, options.printing(), options.rules().timeout());
    resumeCommand().print(end, context);
    return ExitStatus.first(List.of(end.status(), leftAlone));
  }

  private void checkOpen(Set<TaskHandle> open, Providers providers) {
    try {
      HandleArguments.check(open, providers, context.env());
    } catch (UsageException refused) {
      throw new UsageException(state + ": " + refused.getMessage());
    }
  }

  private CollectOptions collecting() {
    CollectOptions.Builder collecting =
        CollectOptions.builder().warnings(context::sayWhole).retried(false).skipsSaved(false);
    Path directory = options.directory();
    if (directory != null) {
      collecting.directory(directory);
    }
    Path file = new StateFile(state).path();
    if (file != null) {
      collecting.storeFile(file);
    }
    Duration limit = options.rules().timeout();
    if (state != null && limit != null) {
      collecting.limit(limit);
    }
    return collecting.build();
  }

  private ResumeCommand resumeCommand() {
    return options
        .resume(new ResumeCommand("watch").with("--state", state))
        .withoutHandles(state != null)
        .unlessGone(new StateFile(state).path());
  }
}
