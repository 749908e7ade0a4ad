package io.github.reelay.cli.dialect;

import io.github.reelay.cli.saved.Input;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.json.CurlOutput;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.task.TaskHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads saved responses and prints a document that fits them. */
public final class NewDialect {
  private final CommandContext context;
  private final String name;
  private final @Nullable String url;

  /**
   * Checks the name.
   *
   * @param url the URL of a query; null if it is not known
   * @throws UsageException if no provider can have the name, or one that Reelay knows has it
   */
  public NewDialect(CommandContext context, String name, @Nullable String url) {
    try {
      this.name = TaskHandle.checkProviderName(name);
    } catch (IllegalArgumentException unfit) {
      throw new UsageException(unfit);
    }
    for (Dialect known : Dialect.installed()) {
      String other = known.profile().name();
      if (EnvironmentVariables.key(other).equals(EnvironmentVariables.key(name))) {
        throw new UsageException(
            "expected a name of its own at --name, found '%s', which would get the key of the"
                    .formatted(name)
                + " provider "
                + other
                + "; choose another name");
      }
    }
    this.context = context;
    this.url = url;
  }

  /**
   * Prints the document.
   *
   * @param files saved responses
   * @throws UsageException if none of them is a JSON object, or one cannot be read
   */
  public void propose(List<String> files) {
    Leaves leaves = new Leaves();
    List<String> examples = new ArrayList<>();
    for (String file : files) {
      byte[] body = CurlOutput.read(new Input(context.stdin(), file).bytes()).body();
      if (!leaves.add(body)) {
        context.say(
            file + ": expected a JSON object, found " + OtherBody.of(body) + "; it is left out");
      } else if (!file.equals("-")) {
        examples.add(file);
      }
    }
    if (leaves.bodies() == 0) {
      throw new UsageException("expected at least one response with a JSON object, found none");
    }
    Proposal proposal = new Proposal(leaves);
    QueryUrl query = QueryUrl.of(url, ids(leaves));
    ProposalText.lines(proposal, name, query, examples).forEach(context::result);
  }

  /** Every text or number under a name of an id; the longest first, as one may be in another. */
  private static List<String> ids(Leaves leaves) {
    List<String> ids = new ArrayList<>();
    for (String pointer : leaves.pointers()) {
      if (Guess.ID.fits(pointer, leaves.values(pointer))) {
        leaves.values(pointer).forEach(id -> ids.add(ScalarValue.of(id).text()));
      }
    }
    ids.removeIf(id -> id.length() < 3);
    ids.sort((one, other) -> Integer.compare(other.length(), one.length()));
    return ids;
  }
}
