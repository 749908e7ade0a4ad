package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The queries without an answer, in the order in which they began, so that one that never ends is
 * noticed without a timer of its own. Guarded by its {@link Lane}.
 */
final class QueriesInFlight {
  /** A provider keeps its deadline itself; this is for one whose transport does not. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final Map<Watched, Query> queries = new LinkedHashMap<>();
  private final long longest;

  QueriesInFlight(Duration deadline) {
    this.longest = Timeline.nanos(deadline) + MARGIN.toNanos();
  }

  /**
   * One query.
   *
   * @param task the task that is asked for
   * @param call its answer
   * @param endsAt when no answer is expected any more
   */
  record Query(Watched task, CompletableFuture<QueryResult> call, long endsAt) {}

  void begin(Watched task, CompletableFuture<QueryResult> call, long now) {
    queries.put(task, new Query(task, call, now + longest));
  }

  /** Ends a query. Returns whether it had not ended. */
  boolean end(Watched task, CompletableFuture<QueryResult> call) {
    Query query = queries.get(task);
    return query != null && query.call() == call && queries.remove(task) != null;
  }

  /** The answer to the query for a task; null if none is under way. */
  @Nullable CompletableFuture<QueryResult> of(Watched task) {
    Query query = queries.get(task);
    return query == null ? null : query.call();
  }

  /** When the oldest is given up. */
  long nextAt() {
    return queries.isEmpty() ? Alarm.NEVER : queries.values().iterator().next().endsAt();
  }

  /** Ends the oldest if it is to be given up; null if it is not. */
  @Nullable Query takeOverdue(long now) {
    if (nextAt() > now) {
      return null;
    }
    Iterator<Query> all = queries.values().iterator();
    Query oldest = all.next();
    all.remove();
    return oldest;
  }
}
