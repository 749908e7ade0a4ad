package io.github.reelay.cli.command;

import io.github.reelay.CollectOptions;
import io.github.reelay.Reelay;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.cluster.ClusterRun;
import io.github.reelay.cli.files.StateFile;
import io.github.reelay.cli.files.VideoDirectory;
import io.github.reelay.cli.page.PageOption;
import io.github.reelay.cli.page.PageOption.Client;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cli.watch.WatchRun;
import io.github.reelay.cluster.ReelayCluster;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Waits for tasks. */
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
    footer = {
      "",
      SharedHelp.ENVIRONMENT,
      SharedHelp.KEY,
      SharedHelp.BASE_URL,
      SharedHelp.PROXY,
      SharedHelp.NO_PROXY,
      SharedHelp.SETTINGS
    })
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
      names = "--download",
      paramLabel = "DIR",
      description =
          "Download the video of each task that succeeds to DIR, made if it is missing, as"
              + " provider-id.mp4, or .mov, .webm or .mkv if it is such a file; "
              + SharedHelp.FILE_NAMES
              + " A download that broke off goes on where it ended; one that is complete is not"
              + " repeated.")
  private @Nullable String download;

  @Option(
      names = DurationOption.Timeout.OPTION,
      converter = DurationOption.Timeout.class,
      paramLabel = "T",
      description = "Give up waiting for a task after T; the provider's own time if not given.")
  private @Nullable DurationOption timeout;

  @Option(
      names = DurationOption.Every.OPTION,
      converter = DurationOption.Every.class,
      paramLabel = "T",
      description =
          "Query a task every T; the provider's own interval if not given. No provider gets more"
              + " queries in a second than it allows for all tasks together.")
  private @Nullable DurationOption every;

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

  @Option(
      names = SharedHelp.CLUSTER,
      paramLabel = "URL",
      description =
          "Watch the tasks of a cluster together with its other replicas until Ctrl-C, which is"
              + " status 0; add each HANDLE before. The replicas should have the same options. "
              + SharedHelp.DATABASE)
  private @Nullable String cluster;

  @Option(
      names = "--create-tables",
      description = "Make the tables of --cluster if the database has none; H2 gets them anyway.")
  private boolean createTables;

  @Option(
      names = "--json",
      description =
          "Print one line of canonical JSON for each change of a task instead of one at its end.")
  private boolean json;

  @Option(names = "--allow-private-addresses", description = SharedHelp.PRIVATE_ADDRESSES)
  private boolean allowPrivateAddresses;

  @Mixin private PageOption page = new PageOption();

  @Mixin private RequestOptions requests = new RequestOptions();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Mixin private DialectOptions dialects = new DialectOptions();

  WatchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Set<TaskHandle> given = HandleArguments.parse(handles);
    checkOptions(given);
    Duration limit = DurationOption.duration(timeout);
    WaitRules rules = new WaitRules(limit, DurationOption.duration(every));
    ReelayBuilder client =
        Reelay.builder().allowPrivateAddresses(allowPrivateAddresses).rules(rules::change);
    requests.apply(client);
    if (cluster != null) {
      return watchInCluster(given, rules);
    }
    CollectOptions options = options(limit);
    if (repair) {
      new StateFile(state).repair(context);
      if (given.isEmpty()) {
        return ExitStatus.DONE.code();
      }
    }
    try (Providers providers = network.providers(context, dialects)) {
      HandleArguments.check(given, providers, context.env());
      client.sharedProviders(providers);
      try (WatchPage shown = open(providers, client);
          WatchRun run = new WatchRun(network.display(context), client, options)) {
        checkOpen(run.kept(), providers);
        if (shown != null) {
          shown.expect(run.kept());
          shown.expect(given);
        }
        return run(run, given, limit).code();
      }
    }
  }

  private void checkOptions(Set<TaskHandle> given) {
    if (cluster != null && (state != null || repair)) {
      throw new UsageException(
          "expected --cluster or --state FILE, found both; the database of a cluster keeps the"
              + " handles");
    }
    if (given.isEmpty() && state == null && cluster == null) {
      throw new UsageException(
          "expected at least one HANDLE or --state FILE, found neither; see 'reelay watch --help'");
    }
  }

  private int watchInCluster(Set<TaskHandle> given, WaitRules rules) {
    try (Providers providers = network.providers(context, dialects)) {
      HandleArguments.check(given, providers, context.env());
      ReelayClusterBuilder client =
          ReelayCluster.builder()
              .providers(providers)
              .database(Objects.requireNonNull(cluster))
              .allowPrivateAddresses(allowPrivateAddresses)
              .rules(rules::changeForReplica);
      requests.apply(client);
      if (createTables) {
        client.createSchema(true);
      }
      if (download != null) {
        client.directory(VideoDirectory.of(download));
      }
      try (WatchPage shown =
          page.open(context, providers, allowPrivateAddresses, Client.of(client))) {
        if (shown != null) {
          shown.expect(given);
        }
        new ClusterRun(
                network.display(context),
                client,
                new OutcomeMessages(providers, false, rules.timeout()))
            .run(given, json);
      }
      return ExitStatus.DONE.code();
    }
  }

  private @Nullable WatchPage open(Providers providers, ReelayBuilder client) {
    return page.value() == null
        ? null
        : page.open(context, providers, allowPrivateAddresses, Client.of(client));
  }

  private ExitStatus run(WatchRun run, Set<TaskHandle> given, @Nullable Duration limit) {
    ExitStatus leftAlone = new StateFile(state).reportLeftAlone(run.leftAlone(), context);
    if (given.isEmpty() && run.kept().isEmpty()) {
      if (leftAlone == ExitStatus.DONE) {
        context.say("nothing to wait for: no handle is open in " + state);
      }
      return leftAlone;
    }
    WatchRun.End end = run.run(given, json ? Printing.CHANGES : Printing.ENDS, limit);
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

  private CollectOptions options(@Nullable Duration limit) {
    CollectOptions.Builder options =
        CollectOptions.builder().warnings(context::sayWhole).retried(false).skipsSaved(false);
    if (download != null) {
      options.directory(VideoDirectory.of(download));
    }
    Path file = new StateFile(state).path();
    if (file != null) {
      options.storeFile(file);
    }
    if (state != null && limit != null) {
      options.limit(limit);
    }
    return options.build();
  }

  private ResumeCommand resumeCommand() {
    ResumeCommand command =
        new ResumeCommand("watch")
            .with("--state", state)
            .with("--download", download)
            .with("--timeout", DurationOption.text(timeout))
            .with("--every", DurationOption.text(every))
            .with("--json", json)
            .with(PageOption.NAME, page.value());
    return network
        .resume(requests.resume(dialects.resume(command)))
        .with("--allow-private-addresses", allowPrivateAddresses)
        .withoutHandles(state != null)
        .unlessGone(new StateFile(state).path());
  }
}
