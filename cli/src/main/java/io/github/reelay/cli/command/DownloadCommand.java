package io.github.reelay.cli.command;

import io.github.reelay.CollectOptions;
import io.github.reelay.Reelay;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.files.VideoDirectory;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cli.watch.WatchRun;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
    name = "download",
    customSynopsis = {
      "reelay download [--download DIR] [--allow-private-addresses] HANDLE...",
      "       reelay download -o FILE [--allow-private-addresses] HANDLE",
      "       reelay download [--user-agent UA] [--download-header 'NAME: VALUE']...",
      "                       [--proxy URL] [--no-proxy HOSTS] [--verbose] HANDLE..."
    },
    description = {
      "Queries each task once and downloads its video. Prints one line of JSON for each video that"
          + " is on the disk: handle, file, bytes, sha256.",
      "A download that broke off goes on where it ended. An MP4, QuickTime, WebM or Matroska file"
          + " that is there already is taken for the video, and nothing is fetched. A task that has"
          + " not ended is not waited for, which 'reelay watch --download' does: status 3.",
      "A task with several videos gives several files, provider-id.mp4, provider-id+2.mp4 and so"
          + " on."
    },
    footer = SharedHelp.QUERYING)
final class DownloadCommand implements Callable<Integer> {
  private static final String HERE = ".";

  private final CommandContext context;

  @Parameters(
      paramLabel = "HANDLE",
      arity = "1..*",
      description = "Provider and id of a task, such as toapis:task_123 or 22codex:sora-2:task_1.")
  private List<String> handles = new ArrayList<>();

  @Option(
      names = "--download",
      paramLabel = "DIR",
      description =
          "Where the videos go, made if it is missing; the current directory if not given. Each is"
              + " named provider-id.mp4, or .mov, .webm or .mkv if it is such a file; "
              + SharedHelp.FILE_NAMES)
  private @Nullable String directory;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the video of the one task goes, whatever its format.")
  private @Nullable String output;

  @Option(names = "--allow-private-addresses", description = SharedHelp.PRIVATE_ADDRESSES)
  private boolean allowPrivateAddresses;

  @Mixin private RequestOptions requests = new RequestOptions();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Mixin private DialectOptions dialects = new DialectOptions();

  DownloadCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Set<TaskHandle> tasks = HandleArguments.parse(handles);
    ReelayBuilder client = Reelay.builder().allowPrivateAddresses(allowPrivateAddresses);
    requests.apply(client);
    CollectOptions options = options(tasks);
    try (Providers providers = network.providers(context, dialects)) {
      HandleArguments.check(tasks, providers, context.env());
      return run(client.sharedProviders(providers), options, tasks).code();
    }
  }

  private ExitStatus run(ReelayBuilder client, CollectOptions options, Set<TaskHandle> tasks) {
    try (WatchRun run = new WatchRun(network.display(context), client, options)) {
      WatchRun.End end = run.run(tasks, Printing.VIDEOS, null);
      resumeCommand().print(end, context);
      return end.status();
    }
  }

  private CollectOptions options(Set<TaskHandle> tasks) {
    CollectOptions.Builder options =
        CollectOptions.builder().singleQuery(true).retried(false).skipsSaved(false);
    if (output == null) {
      return options.directory(VideoDirectory.of(directory == null ? HERE : directory)).build();
    }
    if (tasks.size() > 1 || directory != null) {
      throw new UsageException(
          "expected -o FILE with one HANDLE and without --download DIR, found "
              + (directory == null ? tasks.size() + " handles" : "both"));
    }
    return options.file(file(output)).build();
  }

  private static Path file(String name) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
        throw new UsageException(
            "expected a file in a directory that is there at -o, found '" + name + "'");
      }
      return Path.of(name);
    } catch (InvalidPathException noName) {
      throw new UsageException(
          "expected a file name at -o, found one that this system cannot hold");
    }
  }

  private ResumeCommand resumeCommand() {
    ResumeCommand command =
        output == null
            ? new ResumeCommand("watch").with("--download", directory == null ? HERE : directory)
            : new ResumeCommand("download").with("-o", output);
    return network
        .resume(requests.resume(dialects.resume(command)))
        .with("--allow-private-addresses", allowPrivateAddresses);
  }
}
