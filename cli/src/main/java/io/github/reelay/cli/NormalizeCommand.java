package io.github.reelay.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads saved answers, offline. */
@Command(
    name = "normalize",
    customSynopsis = {
      "reelay normalize --provider P [--id ID] [--http-status N]",
      "                        [--header 'K: V']... [--observed-at T] [--pretty] [FILE]",
      "       reelay normalize --exchanges FILE"
    },
    description = {
      "Turns saved answers of a provider into canonical JSON, without network and without a key.",
      "The first form reads one body, as it was received after decompression. The second reads JSON"
          + " Lines, one exchange each, and prints one line for each, in the same order:",
      "  {\"provider\":\"toapis\",\"id\":\"task_1\",\"httpStatus\":200,\"headers\":{},",
      "   \"observedAt\":\"2026-01-14T08:43:42Z\",\"body\":\"...\"}",
      "Only provider and body are needed. A line that is no exchange is reported with its number on"
          + " standard error and prints nothing; blank lines are skipped. The status is then 0 if"
          + " every line was an exchange, else 2, whatever the tasks say."
    })
final class NormalizeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--provider", paramLabel = "P", description = "Who answered.")
  private @Nullable String provider;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The id that was asked for; the body's own if not given.")
  private @Nullable String id;

  @Option(
      names = "--http-status",
      paramLabel = "N",
      description = "The status of the answer, 100 to 999; 200 if not given.")
  private @Nullable String httpStatus;

  @Option(
      names = "--header",
      paramLabel = "'K: V'",
      description = "A header of the answer; may be repeated. Retry-After and X-Request-Id count.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--observed-at",
      paramLabel = "T",
      description =
          "When the answer came, ISO-8601 with an offset, such as 2026-01-14T08:43:42Z; not known if"
              + " not given.")
  private @Nullable String observedAt;

  @Option(names = "--pretty", description = "Print over several lines, indented; one line if not.")
  private boolean pretty;

  @Option(
      names = "--exchanges",
      paramLabel = "FILE",
      description = "Read JSON Lines from FILE; - is standard input.")
  private @Nullable String exchanges;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Holds the body; - or nothing is standard input.")
  private @Nullable String file;

  NormalizeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (exchanges != null) {
      refuseBoth();
      return new SavedExchanges(surroundings).answer(exchanges).code();
    }
    if (provider == null) {
      throw new UsageException(
          "expected --provider P or --exchanges FILE, found neither;"
              + " see 'reelay normalize --help'");
    }
    SavedBody saved = new SavedBody(provider, id, httpStatus, headers, observedAt);
    return new Answers(surroundings, pretty)
        .give(saved.read(new Input(surroundings.stdin(), file)));
  }

  private void refuseBoth() {
    boolean single =
        provider != null || id != null || httpStatus != null || observedAt != null || file != null;
    if (single || pretty || !headers.isEmpty()) {
      throw new UsageException(
          "expected --exchanges FILE alone, since each line says what belongs to it and prints one"
              + " line, found another option or file beside it");
    }
  }
}
