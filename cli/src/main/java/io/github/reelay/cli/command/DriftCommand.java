package io.github.reelay.cli.command;

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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds saved answers against the contract. */
@Command(
    name = "drift",
    customSynopsis = {
      "reelay drift --provider P [--json] FILE...",
      "reelay drift [--json] FILE...      (JSON Lines of exchanges only)"
    },
    description = {
      "Counts where saved answers differ from the provider's contract, without network and without"
          + " a key: undocumented members and words, other types, missing members.",
      "A file holds one body, or JSON Lines of exchanges as 'reelay normalize --exchanges' reads"
          + " them. Exchanges of other providers are skipped; without --provider each line's own"
          + " counts. A line that is no exchange is reported with its number on standard error; the"
          + " others are counted nevertheless.",
      "An example shows no prompt, no secret and no URL's query. Answers that show no task are"
          + " counted by kind; if no answer shows one, nothing was compared and the status is 2."
    })
final class DriftCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--provider",
      paramLabel = "P",
      description = "Who answered; needed for bodies, since they do not say.")
  private @Nullable String provider;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Saved answers; - is standard input.")
  private List<String> files = new ArrayList<>();

  DriftCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    DriftCounter counter = new DriftCounter();
    DriftFiles saved = new DriftFiles(context, provider, counter);
    files.forEach(saved::count);
    DriftReport report = counter.snapshot();
    if (json) {
      context.result(report.json());
    } else {
      report.table().forEach(context::result);
    }
    if (saved.skipped() > 0) {
      context.say("skipped " + saved.skipped() + " exchanges of providers other than asked for");
    }
    return status(report, saved.allWereAnswers()).code();
  }

  private ExitStatus status(DriftReport report, boolean allWereAnswers) {
    if (!allWereAnswers) {
      return ExitStatus.USAGE;
    }
    if (report.drifted()) {
      return ExitStatus.DRIFTED;
    }
    if (report.answers() == report.answersWithoutTask()) {
      context.say(
          "expected at least one answer that shows a task, found none;"
              + " nothing was held against the contract");
      return ExitStatus.USAGE;
    }
    return ExitStatus.DONE;
  }
}
