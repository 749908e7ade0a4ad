package io.github.reelay.cli.command;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.saved.Input;
import io.github.reelay.cli.saved.SavedBody;
import io.github.reelay.cli.saved.SavedResponses;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ResultPrinter;
import io.github.reelay.cli.terminal.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Reads saved responses, offline. It runs once for each response in many scripts, and its model is
 * therefore built without annotations: reading those takes longer than the response does.
 */
final class NormalizeCommand implements Callable<Integer> {
  private final CommandContext context;

  private final OptionSpec provider = option("--provider", "P", "The provider of the response.");
  private final OptionSpec id =
      option("--id", "ID", "The id that was queried; the body's own if not given.");
  private final OptionSpec httpStatus =
      option("--http-status", "N", "The status of the response, 100 to 999; 200 if not given.");
  private final OptionSpec headers =
      OptionSpec.builder("--header")
          .paramLabel("'K: V'")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .initialValue(new ArrayList<>())
          .description(
              "A header of the response; may be repeated. Retry-After and X-Request-Id count.")
          .build();
  private final OptionSpec observedAt =
      option(
          "--observed-at",
          "T",
          "When the response came, ISO-8601 with an offset, such as 2026-01-14T08:43:42Z; not known"
              + " if not given.");
  private final OptionSpec pretty =
      OptionSpec.builder("--pretty")
          .type(boolean.class)
          .initialValue(false)
          .description("Print over several lines, indented; one line if not.")
          .build();
  private final OptionSpec exchanges =
      option("--exchanges", "FILE", "Read JSON Lines from FILE; - is standard input.");
  private final OptionSpec documents =
      OptionSpec.builder(DialectOptions.NAME)
          .paramLabel(DialectOptions.LABEL)
          .type(List.class)
          .auxiliaryTypes(String.class)
          .initialValue(new ArrayList<>())
          .description(DialectOptions.DESCRIPTION)
          .build();
  private final PositionalParamSpec file =
      PositionalParamSpec.builder()
          .paramLabel("FILE")
          .arity("0..1")
          .type(String.class)
          .description("Holds the body; - or nothing is standard input.")
          .build();

  NormalizeCommand(CommandContext context) {
    this.context = context;
  }

  /** The model, of which parsing fills in the values. */
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("normalize");
    for (OptionSpec option :
        List.of(provider, id, httpStatus, headers, observedAt, pretty, exchanges, documents)) {
      spec.addOption(option);
    }
    spec.addPositional(file)
        .usageMessage()
        .customSynopsis(
            "reelay normalize --provider P [--id ID] [--http-status N]",
            "                        [--header 'K: V']... [--observed-at T] [--pretty] [FILE]",
            "       reelay normalize --exchanges FILE")
        .description(
            "Turns saved responses of a provider into canonical JSON, without network and without a"
                + " key.",
            "The first form reads one body, as it was received after decompression. The second"
                + " reads JSON Lines, one response each, and prints one line for each, in the same"
                + " order:",
            "  {\"provider\":\"toapis\",\"id\":\"task_1\",\"httpStatus\":200,\"headers\":{},",
            "   \"observedAt\":\"2026-01-14T08:43:42Z\",\"body\":\"...\"}",
            "Only provider and body are needed. A line that is no response is reported with its"
                + " number on standard error and prints nothing; blank lines are skipped. The"
                + " status is then 0 if every line was a response, else 2, whatever the tasks"
                + " say.");
    return spec;
  }

  private static OptionSpec option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  @Override
  public Integer call() throws IOException {
    String lines = exchanges.getValue();
    if (lines != null) {
      refuseBoth();
      return new SavedResponses(context, dialects()).print(lines).code();
    }
    @Nullable String name = provider.getValue();
    if (name == null) {
      throw new UsageException(
          "expected --provider P or --exchanges FILE, found neither;"
              + " see 'reelay normalize --help'");
    }
    List<String> all = headers.getValue();
    SavedBody saved =
        new SavedBody(
            dialects().get(name),
            new SavedBody.Options(
                id.getValue(), httpStatus.getValue(), all, observedAt.getValue()));
    return new ResultPrinter(context, pretty.getValue())
        .give(saved.read(new Input(context.stdin(), file.getValue())));
  }

  private Dialects dialects() {
    List<String> files = documents.getValue();
    return files.isEmpty() ? new Dialects() : new Dialects(Dialects.load(files));
  }

  private void refuseBoth() {
    List<String> given = headers.getValue();
    boolean single = isGiven(provider) || isGiven(id) || isGiven(httpStatus) || isGiven(observedAt);
    boolean printing = pretty.getValue();
    if (single || file.getValue() != null || printing || !given.isEmpty()) {
      throw new UsageException(
          "expected --exchanges FILE alone, since each line says what belongs to it and prints one"
              + " line, found another option or file with it");
    }
  }

  private static boolean isGiven(OptionSpec option) {
    return option.getValue() != null;
  }
}
