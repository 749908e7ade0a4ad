package io.github.reelay.policy;

import io.github.reelay.exchange.QueryResult;
import java.time.Duration;

/** One task from its first response on, and what is decided after the last. */
final class PollSequence {
  private final PollingPolicy policy;
  private PollHistory history = PollHistory.NONE;
  private Duration age = Duration.ZERO;
  private boolean submissionKnown;
  private boolean hasShown;
  private boolean doubted;

  PollSequence(PollingRules rules) {
    this.policy = PollingPolicy.of(rules);
  }

  /** The age at the first response. */
  PollSequence beganAt(Duration value) {
    age = value;
    return this;
  }

  /** The task was submitted then, which is known. */
  PollSequence submitted(Duration ago) {
    submissionKnown = true;
    return beganAt(ago);
  }

  /** The provider has shown other tasks. */
  PollSequence ofAProviderThatWorks() {
    hasShown = true;
    return this;
  }

  PollSequence doubted() {
    doubted = true;
    return this;
  }

  /** The decision after the last of those responses, with that time between two of them. */
  PollDecision responds(Duration apart, QueryResult... responses) {
    PollDecision decision = null;
    for (QueryResult response : responses) {
      if (decision != null) {
        age = age.plus(apart);
      }
      hasShown |= response instanceof QueryResult.Found;
      history = history.after(response, age);
      decision =
          policy.decide(
              new PollContext(
                  response,
                  history,
                  age,
                  age,
                  submissionKnown,
                  new ProviderHistory(hasShown, doubted)));
    }
    return decision;
  }
}
