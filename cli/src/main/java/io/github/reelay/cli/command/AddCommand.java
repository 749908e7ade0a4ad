package io.github.reelay.cli.command;

import io.github.reelay.cli.cluster.ClusterDatabase;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cluster.ClusterTasks;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "Adds tasks to a cluster, whose replicas watch them until they have ended. Nothing is queried"
          + " here, and no key is needed.",
      "When the command has ended with 0, all of them are in the database. One that is there"
          + " already is not added again, even if it has ended."
    })
final class AddCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = SharedHelp.CLUSTER,
      required = true,
      paramLabel = "URL",
      description = SharedHelp.DATABASE)
  private String cluster = "";

  @Parameters(
      paramLabel = "HANDLE",
      arity = "1..*",
      description = "Provider and id of a task, such as toapis:task_123.")
  private List<String> handles = List.of();

  @Mixin private DialectOptions dialects = new DialectOptions();

  AddCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Set<TaskHandle> given = HandleArguments.parse(handles);
    try (Providers providers =
        HandleArguments.providers(context.env(), NetworkSettings.defaults(), dialects)) {
      HandleArguments.check(given, providers);
    }
    try (ClusterTasks tasks = ClusterDatabase.open(cluster)) {
      int fresh = ClusterDatabase.use(() -> tasks.submitAll(given));
      int known = given.size() - fresh;
      context.say("added " + count(fresh) + (known == 0 ? "" : "; " + count(known) + " known"));
    }
    return ExitStatus.DONE.code();
  }

  private static String count(int tasks) {
    return tasks == 1 ? "1 task" : tasks + " tasks";
  }
}
