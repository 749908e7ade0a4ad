package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.ProviderRow;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "providers",
    description = {
      "Lists the providers: base URL, documentation, the day on which the contract was last"
          + " compared with it, when and how often a task is queried, and whether there is a key.",
      "First query and giving up count from the submission of a task. A key's value is never"
          + " printed."
    },
    footer = {
      "",
      SharedHelp.ENVIRONMENT,
      "  " + SharedHelp.KEY_NAME + "    whether it is set is shown",
      "  " + SharedHelp.BASE_URL_NAME + "   is shown in place of the documented one",
      SharedHelp.SETTINGS
    })
final class ProvidersCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--json", description = "Print one JSON object per line instead of a table.")
  private boolean json;

  @Mixin private DialectOptions dialects = new DialectOptions();

  ProvidersCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<ProviderRow> rows = rows();
    if (json) {
      rows.forEach(row -> context.result(row.json()));
    } else {
      ProviderRow.table(rows).forEach(context::result);
    }
    return ExitStatus.DONE.code();
  }

  private List<ProviderRow> rows() {
    try (Providers providers =
        HandleArguments.providers(context.env(), NetworkSettings.defaults(), dialects)) {
      return providers.all().stream()
          .map(provider -> ProviderRow.of(provider, context.env()))
          .toList();
    }
  }
}
