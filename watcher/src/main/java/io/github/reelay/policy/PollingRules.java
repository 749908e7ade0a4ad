package io.github.reelay.policy;

import io.github.reelay.dialect.Polling;
import io.github.reelay.dialect.Profile;
import java.time.Duration;

/**
 * The numbers by which the tasks of one provider are waited for. What a provider documents comes
 * from its {@link Profile}; the rest is ours. Each can be overridden.
 *
 * @param polling how often one task is asked for, and for how long
 * @param patience when bad answers end a wait
 * @param pace how fast the provider is asked for all tasks together
 */
public record PollingRules(Polling polling, Patience patience, Pace pace) {

  /** What the provider documents, with our patience. */
  public static PollingRules of(Profile profile) {
    return new PollingRules(profile.polling(), Patience.DEFAULT, Pace.of(profile.polling()));
  }

  /** The same with another time from the submission to the first query. */
  public PollingRules withFirstQuery(Duration value) {
    return with(
        new Polling(value, polling.interval(), polling.givesUpAfter(), polling.queriesPerSecond()));
  }

  /** The same with another time between two queries of a task. */
  public PollingRules withInterval(Duration value) {
    return with(
        new Polling(
            polling.firstQuery(), value, polling.givesUpAfter(), polling.queriesPerSecond()));
  }

  /** The same with another time after which a wait is given up. */
  public PollingRules withGivesUpAfter(Duration value) {
    return with(
        new Polling(polling.firstQuery(), polling.interval(), value, polling.queriesPerSecond()));
  }

  /** The same with another patience. */
  public PollingRules withPatience(Patience value) {
    return new PollingRules(polling, value, pace);
  }

  /** The same with another pace. */
  public PollingRules withPace(Pace value) {
    return new PollingRules(polling, patience, value);
  }

  private PollingRules with(Polling value) {
    return new PollingRules(value, patience, pace);
  }
}
