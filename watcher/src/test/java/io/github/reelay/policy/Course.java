package io.github.reelay.policy;

import io.github.reelay.exchange.QueryResult;
import java.time.Duration;

/** One task from its first answer on, and what is decided after the last. */
final class Course {
  private final PollingPolicy policy;
  private History history = History.NONE;
  private Duration age = Duration.ZERO;
  private boolean submissionKnown;
  private boolean hasShown;
  private boolean doubted;

  Course(PollingRules rules) {
    this.policy = PollingPolicy.of(rules);
  }

  /** The age at the first answer. */
  Course beganAt(Duration value) {
    age = value;
    return this;
  }

  /** The task was submitted then, which is known. */
  Course submitted(Duration ago) {
    submissionKnown = true;
    return beganAt(ago);
  }

  /** The provider has shown other tasks. */
  Course ofAProviderThatWorks() {
    hasShown = true;
    return this;
  }

  Course doubted() {
    doubted = true;
    return this;
  }

  /** The decision after the last of those answers, with that time between two of them. */
  Decision answers(Duration apart, QueryResult... answers) {
    Decision decision = null;
    for (QueryResult answer : answers) {
      if (decision != null) {
        age = age.plus(apart);
      }
      hasShown |= answer instanceof QueryResult.Found;
      history = history.after(answer, age);
      decision =
          policy.decide(
              new Situation(
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
