package io.github.reelay.cli.command;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.saved.DriftFiles;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.drift.DriftCounter;
import io.github.reelay.drift.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "drift",
    customSynopsis = {
      "reelay drift --provider P [--json] FILE...",
      "       reelay drift [--json] FILE...      (JSON Lines of responses only)"
    },
    description = {
      "Counts where saved responses differ from the provider's contract, without network and"
          + " without a key: undocumented members and values, other types, missing members.",
      "A file holds one body, or JSON Lines of responses as 'reelay normalize --exchanges' reads"
          + " them. Responses of other providers are skipped; without --provider each line's own"
          + " counts. A line that is no response is reported with its number on standard error; the"
          + " others are counted nevertheless.",
      "An example shows no prompt, no secret and no URL's query. Responses that show no task are"
          + " counted by kind; if no response shows one, nothing was compared and the status is 2."
    })
final class DriftCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--provider",
      paramLabel = "P",
      description = "The provider of the responses; needed for bodies, since they do not name it.")
  private @Nullable String provider;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Saved responses; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Mixin private DialectOptions dialects = new DialectOptions();

  DriftCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    DriftCounter counter = new DriftCounter();
    DriftFiles saved = new DriftFiles(context, new Dialects(dialects.read()), provider, counter);
    files.forEach(saved::count);
    DriftReport report = counter.snapshot();
    if (json) {
      context.result(report.json());
    } else {
      report.table().forEach(context::result);
    }
    if (saved.skipped() > 0) {
      context.say("skipped " + saved.skipped() + " responses of providers other than --provider");
    }
    return status(report, saved.allWereResponses()).code();
  }

  private ExitStatus status(DriftReport report, boolean allWereResponses) {
    if (!allWereResponses) {
      return ExitStatus.USAGE;
    }
    if (report.drifted()) {
      return ExitStatus.DRIFTED;
    }
    if (report.responses() == report.responsesWithoutTask()) {
      context.say(
          "expected at least one response that shows a task, found none;"
              + " nothing was compared with the contract");
      return ExitStatus.USAGE;
    }
    return ExitStatus.DONE;
  }
}
