package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ResultPrinter;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.SavedResponseJson;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "get",
    customSynopsis = {
      "reelay get [-h] [--pretty] [--save FILE] HANDLE",
      "       reelay get [--proxy URL] [--no-proxy HOSTS] [--verbose] HANDLE"
    },
    description = {
      "Queries one task, once, and prints it as canonical JSON.",
      "The response is waited for at most 30 seconds. A task that is still queued or running, or"
          + " whose status is unknown, is a result like any other: status 0."
    },
    footer = SharedHelp.QUERYING)
final class GetCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "HANDLE",
      converter = HandleConverter.class,
      description =
          "Provider and id of the task, such as toapis:task_123 or 22codex:sora-2:task_1.")
  private @Nullable TaskHandle handle;

  @Option(names = "--pretty", description = "Print over several lines, indented; one line if not.")
  private boolean pretty;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Append the response to FILE as a line that 'reelay normalize --exchanges FILE' reads;"
              + " the key is redacted, signed URLs are not. Without a response, nothing is"
              + " appended.")
  private @Nullable Path save;

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Mixin private DialectOptions dialects = new DialectOptions();

  GetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    QueryResult result = query();
    int status = new ResultPrinter(context, pretty).give(result);
    save(result);
    return status;
  }

  private QueryResult query() {
    try (Providers providers = network.providers(context, dialects)) {
      return (save == null ? providers : providers.keepingResponses())
          .query(Objects.requireNonNull(handle)); // picocli requires it
    } catch (IllegalArgumentException | MissingKeyException refused) {
      throw new UsageException(refused);
    }
  }

  private void save(QueryResult result) {
    try {
      if (save != null) {
        SavedResponseJson.append(save, result);
      }
    } catch (IOException unwritable) {
      throw new UsageException(
          "expected a file to append the response to, found '"
              + PrintableText.of(save.toString())
              + "', which cannot be written");
    }
  }
}
