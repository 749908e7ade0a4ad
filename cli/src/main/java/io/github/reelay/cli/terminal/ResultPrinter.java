package io.github.reelay.cli.terminal;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;

/**
 * Gives one query result to the caller: the canonical JSON, a sentence if it went wrong, a status.
 */
public final class ResultPrinter {
  private final CommandContext context;
  private final boolean pretty;

  /**
   * Prints to both outputs of the context.
   *
   * @param pretty whether the JSON has lines and indentation
   */
  public ResultPrinter(CommandContext context, boolean pretty) {
    this.context = context;
    this.pretty = pretty;
  }

  /** Prints it, and returns the exit status. */
  public int give(QueryResult result) {
    context.result(pretty ? CanonicalJson.pretty(result) : CanonicalJson.line(result));
    String sentence = Messages.about(result);
    ExitStatus status = ExitStatus.of(result);
    if (sentence != null) {
      context.say(sentence, status.colour());
    }
    return status.code();
  }
}
