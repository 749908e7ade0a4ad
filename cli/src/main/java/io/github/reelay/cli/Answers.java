package io.github.reelay.cli;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;

/** Gives one reading to the caller: the canonical JSON, a sentence if it went wrong, a status. */
final class Answers {
  private final Surroundings surroundings;
  private final boolean pretty;

  Answers(Surroundings surroundings, boolean pretty) {
    this.surroundings = surroundings;
    this.pretty = pretty;
  }

  int give(QueryResult result) {
    surroundings.result(pretty ? CanonicalJson.pretty(result) : CanonicalJson.line(result));
    String sentence = Sentence.about(result);
    if (sentence != null) {
      surroundings.say(sentence);
    }
    return ExitStatus.of(result).code();
  }
}
