package io.github.reelay.cli.command;

import io.github.reelay.CollectOptions;
import io.github.reelay.Reelay;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.files.VideoDirectory;
import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cli.watch.WatchRun;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Follows one task at each provider from queued to done and downloads the videos.",
      "Runs against the sandbox on 127.0.0.1: no key, no network, a few seconds, never more than a"
          + " minute. Progress goes to standard error, the canonical tasks to standard output, one"
          + " line each."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String TASK = "ok-demo";
  private static final Duration INTERVAL = Duration.ofMillis(500);

  /** With downloads this stays within the minute. */
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  /** Ids of 22codex begin with the model (C2). */
  private static final Map<String, String> OTHER_TASKS = Map.of("22codex", "sora-2:" + TASK);

  private final CommandContext context;

  @Option(
      names = "--download",
      paramLabel = "DIR",
      description =
          "Where the videos go; made if it is missing. If not given, a new directory for temporary"
              + " files, which is named on standard error.")
  private @Nullable String directory;

  DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path videos = directory == null ? VideoDirectory.temporary() : VideoDirectory.of(directory);
    WaitRules rules = new WaitRules(TIMEOUT, INTERVAL);
    ReelayBuilder client =
        Reelay.builder().allowPrivateAddresses(true).replaceVideos(true).rules(rules::change);
    CollectOptions options =
        CollectOptions.builder().directory(videos).retried(false).skipsSaved(false).build();
    try (Sandbox sandbox = Sandbox.builder().clock(context.clock()).start();
        Providers providers = providers(sandbox);
        WatchRun run = new WatchRun(context, client.sharedProviders(providers), options)) {
      context.say("sandbox: " + sandbox);
      context.say("videos go to: " + videos);
      List<TaskHandle> tasks = providers.all().stream().map(DemoCommand::task).toList();
      return run.run(tasks, Printing.IN_ORDER, TIMEOUT).status().code();
    }
  }

  /** The dialects at the sandbox's addresses, with its keys: nothing of the environment. */
  private Providers providers(Sandbox sandbox) {
    Dialects dialects = new Dialects();
    return Providers.of(
        sandbox.providers().stream()
            .map(
                name ->
                    Provider.builder(dialects.get(name))
                        .baseUrl(sandbox.baseUrl(name))
                        .key(() -> sandbox.apiKey(name))
                        .clock(context.clock())
                        .deadline(Duration.ofSeconds(5))
                        .build())
            .toList());
  }

  private static TaskHandle task(Provider provider) {
    return new TaskHandle(provider.name(), OTHER_TASKS.getOrDefault(provider.name(), TASK));
  }
}
