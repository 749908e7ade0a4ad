package io.github.reelay.spring;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.telemetry.TelemetryListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether providers can be used, by their last responses, and whether the store can be written, by
 * the last write.
 */
final class ProviderStates implements TelemetryListener {
  /** After this many bad responses in a row a provider counts as unreachable. */
  private static final int BAD = 3;

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private volatile boolean storeFailed;

  /**
   * How a provider responded last.
   *
   * @param reason the kind of failure; {@code up} for none
   * @param bad bad responses in a row; a response of kind unknown is not counted
   */
  record State(String reason, int bad) {
    static final State UP = new State("up", 0);

    boolean isUsable() {
      return reason.equals("up");
    }
  }

  @Override
  public QueryObserver queryStarted(String provider) {
    return result ->
        states.compute(
            provider, (name, before) -> next(before == null ? State.UP : before, result));
  }

  private static State next(State before, QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> State.UP;
      case FAILED -> next(before, ((QueryResult.Failed) result).failure().kind());
    };
  }

  private static State next(State before, FailureKind failure) {
    String kind = failure.jsonName();
    return switch (failure) {
      case UNAUTHORIZED, QUOTA_EXHAUSTED, FORBIDDEN -> new State(kind, 0);
      case PROVIDER_ERROR, UNREADABLE_RESPONSE, UNREACHABLE -> {
        int bad = before.bad() + 1;
        yield new State(bad < BAD ? before.reason() : kind, bad);
      }
      case INVALID_REQUEST,
          NOT_FOUND,
          CONTENT_REJECTED,
          RATE_LIMITED,
          GENERATION_FAILED,
          VIDEO_MISSING,
          UNKNOWN ->
          State.UP; // it responds; an unknown kind does not say that it is unreachable
    };
  }

  @Override
  public void storeWritten(int handles, Duration took, @Nullable IOException failure) {
    storeFailed = failure != null;
  }

  /** Whether the last write to the store failed. */
  boolean isStoreFailed() {
    return storeFailed;
  }

  /** {@code up}, or why not, of each provider that was queried. */
  Map<String, String> reasons() {
    Map<String, String> all = new TreeMap<>();
    states.forEach((name, state) -> all.put(name, state.reason()));
    return all;
  }

  /** Whether nothing is known to be wrong. */
  boolean areUsable() {
    return states.values().stream().allMatch(State::isUsable);
  }
}
