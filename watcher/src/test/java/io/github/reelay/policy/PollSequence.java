package io.github.reelay.policy;

import io.github.reelay.exchange.QueryResult;
import java.time.Duration;

/** One task from its first answer on, and what is decided after the last. */
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

  /** The age at the first answer. */
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

  /** The decision after the last of those answers, with that time between two of them. */
  PollDecision answers(Duration apart, QueryResult... answers) {
    PollDecision decision = null;
    for (QueryResult answer : answers) {
      if (decision != null) {
        age = age.plus(apart);
      }
      hasShown |= answer instanceof QueryResult.Found;
      history = history.after(answer, age);
      decision =
          policy.decide(
              new PollContext(
                  answer,
                  history,
                  age,
                  age,
                  submissionKnown,
                  new ProviderHistory(hasShown, doubted)));
    }
    return decision;
  }
}
