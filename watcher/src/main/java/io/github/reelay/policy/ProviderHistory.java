package io.github.reelay.policy;

/**
 * What the responses of a provider to the queries of all its tasks say about the provider.
 *
 * @param hasShown whether it has shown any task to this watcher
 * @param doubted whether the key or the host may be wrong: within the grace period, or since it
 *     began to deny one task if that is longer ago, it denied three or more tasks and showed none;
 *     or it denied a task that it had shown before. A doubt lasts until the provider shows a task
 *     when the grace period is over; denials from before its end are not in any {@link PollHistory}
 */
public record ProviderHistory(boolean hasShown, boolean doubted) {

  /** The history before the first response: nothing was shown, and nothing is in doubt. */
  public static final ProviderHistory NONE = new ProviderHistory(false, false);
}
