package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One query. */
@Command(
    name = "get",
    customSynopsis = {
      "reelay get [-h] [--pretty] HANDLE",
      "       reelay get [--proxy URL] [--no-proxy HOSTS] [--pretty] HANDLE"
    },
    description = {
      "Queries one task, once, and prints it as canonical JSON.",
      "The response is waited for at most 30 seconds. A task that is still queued or running, or"
          + " whose status is unknown, is a result like any other: status 0."
    },
    footer = {
      "",
      SharedHelp.ENVIRONMENT,
      SharedHelp.KEY,
      SharedHelp.BASE_URL,
      SharedHelp.PROXY,
      SharedHelp.NO_PROXY
    })
final class GetCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "HANDLE",
      description =
          "Provider and id of the task, such as toapis:task_123 or 22codex:sora-2:task_1.")
  private String handle = "";

  @Option(names = "--pretty", description = "Print over several lines, indented; one line if not.")
  private boolean pretty;

  @Mixin private NetworkOptions network = new NetworkOptions();

  GetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return new ResultPrinter(context, pretty).give(query());
  }

  private QueryResult query() {
    try (Providers providers = Providers.discover(context.env(), network.read(context.env()))) {
      return providers.query(TaskHandle.parse(handle));
    } catch (IllegalArgumentException | MissingKeyException refused) {
      throw new UsageException(refused);
    }
  }
}
