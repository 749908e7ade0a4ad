package io.github.reelay.cli.dialect;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.saved.Input;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.DurationText;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.dialect.document.LoadedDialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.json.CurlOutput;
import io.github.reelay.lint.ContractLint;
import io.github.reelay.lint.evolution.Evolution;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a document and its examples, and says what a person has to know of them. */
public final class DialectCheck {
  private final CommandContext context;
  private final String file;
  private @Nullable String baseline;
  private boolean isSound = true;

  /** Reads nothing yet. */
  public DialectCheck(CommandContext context, String file) {
    this.context = context;
    this.file = file;
  }

  /** Compares with an earlier version too, unless that is null. */
  public DialectCheck since(@Nullable String file) {
    baseline = file;
    return this;
  }

  /**
   * Says what the document leaves out, and prints what it reads in each example.
   *
   * @param saved more saved responses
   * @return done, or usage if a rule is broken, the version is too low, or a response was not read
   * @throws io.github.reelay.cli.terminal.UsageException if the document cannot be read, or a saved
   *     response cannot
   */
  public ExitStatus run(List<String> saved) {
    Dialect dialect = Dialects.load(List.of(file)).get(0);
    describe(dialect.profile());
    if (dialect.hasContract()) {
      ContractLint.lintDocument(file, text(file)).forEach(this::problem);
    }
    if (baseline != null) {
      compare(baseline);
    }
    if (dialect instanceof LoadedDialect loaded) {
      loaded.gaps().forEach(gap -> context.say(file + ": " + gap));
      loaded.examples().forEach((name, response) -> read(dialect, name, response));
      loaded.exampleFiles().forEach(name -> read(dialect, name, exampleFile(name)));
    }
    saved.forEach(name -> read(dialect, name, name));
    return isSound ? ExitStatus.DONE : ExitStatus.USAGE;
  }

  private void compare(String earlier) {
    try {
      Evolution evolution = Evolution.between(file, text(earlier), text(file));
      evolution.changes().forEach(change -> context.say(file + ": " + change));
      evolution.problems().forEach(this::problem);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private void problem(String sentence) {
    isSound = false;
    context.say(sentence);
  }

  private String text(String name) {
    return new String(new Input(context.stdin(), name).bytes(), StandardCharsets.UTF_8);
  }

  private void describe(ProviderProfile profile) {
    context.say(
        file
            + ": "
            + profile.name()
            + " is queried at "
            + (profile.baseUrl() == null
                ? "the URL in " + EnvironmentVariables.baseUrl(profile.name()) + " and "
                : profile.baseUrl())
            + profile.path()
            + " every "
            + DurationText.text(profile.polling().interval())
            + ", with the key in "
            + EnvironmentVariables.key(profile.name()));
  }

  /** An example is named relative to the document. */
  private String exampleFile(String name) {
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
      isSound = false;
      context.say(name + ": " + wrong);
    }
  }

  private static @Nullable String wrong(QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> wrong(result.taskOrThrow());
      case FAILED -> wrong(((QueryResult.Failed) result).failure());
    };
  }

  private static @Nullable String wrong(Failure failure) {
    return failure.kind() == FailureKind.UNREADABLE_RESPONSE
        ? String.valueOf(failure.diagnosis())
        : null;
  }

  private static @Nullable String wrong(VideoTask task) {
    return task.status() == TaskStatus.UNKNOWN
        ? "expected a status text that is in words, found '" + task.providerStatus() + "'"
        : null;
  }
}
