package io.github.reelay.cli.dialect;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.saved.Input;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.Durations;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.dialect.document.LoadedDialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a document and its examples, and says what a person has to know of them. */
public final class DialectCheck {
  private final CommandContext context;
  private final String file;
  private boolean allWereRead = true;

  /** Reads nothing yet. */
  public DialectCheck(CommandContext context, String file) {
    this.context = context;
    this.file = file;
  }

  /**
   * Says what the document leaves out, and prints what it reads in each example.
   *
   * @param saved more saved responses
   * @return done, or usage if a response was not read
   * @throws io.github.reelay.cli.terminal.UsageException if the document cannot be read, or a saved
   *     response cannot
   */
  public ExitStatus run(List<String> saved) {
    Dialect dialect = Dialects.load(List.of(file)).get(0);
    describe(dialect.profile());
    if (dialect instanceof LoadedDialect loaded) {
      loaded.gaps().forEach(gap -> context.say(file + ": " + gap));
      loaded.examples().forEach((name, response) -> read(dialect, name, response));
      loaded.exampleFiles().forEach(name -> read(dialect, name, beside(name)));
    }
    saved.forEach(name -> read(dialect, name, name));
    return allWereRead ? ExitStatus.DONE : ExitStatus.USAGE;
  }

  private void describe(ProviderProfile profile) {
    context.say(
        file
            + ": "
            + profile.name()
            + " is queried at "
            + profile.baseUrl()
            + profile.path()
            + " every "
            + Durations.text(profile.polling().interval())
            + ", with the key in "
            + EnvironmentVariables.key(profile.name()));
  }

  /** An example is named relative to the document. */
  private String beside(String name) {
    Path folder = Path.of(file).getParent();
    return folder == null ? name : folder.resolve(name).toString();
  }

  private void read(Dialect dialect, String name, String path) {
    read(dialect, name, CurlOutput.read(new Input(context.stdin(), path).bytes()));
  }

  private void read(Dialect dialect, String name, RecordedResponse response) {
    QueryResult result = dialect.read(dialect.profile().name(), null, response);
    context.result(CanonicalJson.line(result));
    String wrong = wrong(result);
    if (wrong != null) {
      allWereRead = false;
      context.say(name + ": " + wrong);
    }
  }

  private static @Nullable String wrong(QueryResult result) {
    if (result instanceof QueryResult.Failed failed) {
      return failed.failure().kind() == FailureKind.UNREADABLE_RESPONSE
          ? String.valueOf(failed.failure().diagnosis())
          : null;
    }
    VideoTask task = result.taskOrThrow();
    return task.status() == TaskStatus.UNKNOWN
        ? "expected a status text that is in words, found '" + task.providerStatus() + "'"
        : null;
  }
}
