package io.github.reelay.cli.command;

import io.github.reelay.cli.cluster.ClusterDatabase;
import io.github.reelay.cli.cluster.ClusterTaskRow;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.DurationParser;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cluster.ClusterTask;
import io.github.reelay.cluster.ClusterTaskFilter;
import io.github.reelay.cluster.ClusterTasks;
import io.github.reelay.task.TaskStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

@Command(
    name = "tasks",
    description = {
      "Lists the tasks of a cluster that have not ended, the oldest first: the wait, the status and"
          + " progress that were seen last, when a task was submitted, and for how long nothing has"
          + " changed.",
      "Nothing is queried. A length of time is written as 90s, 10m, 1h30m, 500ms or PT10M."
    })
final class TasksCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = SharedHelp.CLUSTER,
      required = true,
      paramLabel = "URL",
      description = SharedHelp.DATABASE)
  private String cluster = "";

  @Option(names = "--ended", description = "List those that have ended instead.")
  private boolean ended;

  @Option(names = "--all", description = "List those that have ended as well.")
  private boolean all;

  @Option(names = "--provider", paramLabel = "NAME", description = "Only those of one provider.")
  private @Nullable String provider;

  @Option(
      names = "--status",
      converter = Status.class,
      completionCandidates = StatusNames.class,
      paramLabel = "STATUS",
      description = "Only those with this status in canonical JSON, such as running.")
  private @Nullable TaskStatus status;

  @Option(
      names = Age.OPTION,
      converter = Age.class,
      paramLabel = "T",
      description = "Only those that were submitted at least T ago.")
  private @Nullable Duration olderThan;

  @Option(
      names = "--limit",
      converter = Limit.class,
      paramLabel = "N",
      description = "At most N tasks; 1000 if not given.")
  private @Nullable Integer limit;

  @Option(names = "--json", description = "Print one JSON object per line instead of a table.")
  private boolean json;

  TasksCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (all && ended) {
      throw new UsageException("expected --all or --ended, found both");
    }
    try (ClusterTasks tasks = ClusterDatabase.open(cluster)) {
      List<ClusterTask> found = ClusterDatabase.use(() -> tasks.list(filter()));
      if (json) {
        found.forEach(task -> context.result(new ClusterTaskRow(task).json()));
      } else {
        ClusterTaskRow.table(found, context.clock().instant()).forEach(context::result);
      }
    }
    return ExitStatus.DONE.code();
  }

  private ClusterTaskFilter filter() {
    ClusterTaskFilter filter =
        all
            ? ClusterTaskFilter.all()
            : ended ? ClusterTaskFilter.ended() : ClusterTaskFilter.open();
    if (provider != null) {
      filter = filter.provider(provider);
    }
    if (status != null) {
      filter = filter.status(status);
    }
    if (olderThan != null) {
      filter = filter.submittedBefore(context.clock().instant().minus(olderThan));
    }
    return limit == null ? filter : filter.limit(limit);
  }

  private static final class Status implements ITypeConverter<TaskStatus> {
    @Override
    public TaskStatus convert(String text) {
      for (TaskStatus each : TaskStatus.values()) {
        if (each.jsonName().equals(text)) {
          return each;
        }
      }
      throw new UsageException(
          "expected one of "
              + String.join(", ", new StatusNames())
              + " at --status, found '"
              + text
              + "'");
    }
  }

  /** Completed by the shell, and listed in the message about another status. */
  private static final class StatusNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(TaskStatus.values()).map(TaskStatus::jsonName).iterator();
    }
  }

  private static final class Age implements ITypeConverter<Duration> {
    static final String OPTION = "--older-than";

    @Override
    public Duration convert(String text) {
      return DurationParser.parse(OPTION, text);
    }
  }

  private static final class Limit implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1) {
        throw new UsageException("expected a number from 1 at --limit, found '" + text + "'");
      }
      return Integer.valueOf(text);
    }
  }
}
