package io.github.reelay.internal.poll;

import io.github.reelay.exchange.QueryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The queries without a response, in the order in which they began, so that one that never ends is
 * noticed without a timer of its own. Guarded by its poller.
 */
public final class QueriesInFlight {
  /** A provider keeps its deadline itself; this is for one whose transport does not. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final Map<WatchedTask, InFlightQuery> inFlightQueries = new LinkedHashMap<>();

  /** Replaced under the lock, and read without it: nearly always there is none. */
  private volatile List<CompletableFuture<QueryResult>> aborted = List.of();

  private final long longest;

  /** No query is under way; each may take as long as the deadline and a margin. */
  public QueriesInFlight(Duration deadline) {
    this.longest = MonotonicTime.nanos(deadline) + MARGIN.toNanos();
  }

  /**
   * One query.
   *
   * @param task the task that is queried
   * @param call its response
   * @param endsAt when no response is expected any more
   */
  public record InFlightQuery(WatchedTask task, CompletableFuture<QueryResult> call, long endsAt) {}

  /** How many queries have no response. */
  public int count() {
    return inFlightQueries.size();
  }

  /** Notes a query, whose time runs from now on. */
  public void begin(WatchedTask task, CompletableFuture<QueryResult> call, long now) {
    inFlightQueries.put(task, new InFlightQuery(task, call, now + longest));
  }

  /** Ends a query. Returns whether it had not ended. */
  public boolean end(WatchedTask task, CompletableFuture<QueryResult> call) {
    InFlightQuery inFlightQuery = inFlightQueries.get(task);
    return inFlightQuery != null
        && inFlightQuery.call() == call
        && inFlightQueries.remove(task) != null;
  }

  /** The query for a task, if one is under way, is to be cancelled. */
  public void abort(WatchedTask task) {
    InFlightQuery inFlightQuery = inFlightQueries.get(task);
    if (inFlightQuery != null) {
      abort(inFlightQuery);
    }
  }

  /**
   * Cancels the aborted queries, without holding the lock.
   *
   * @param lock guards this; taken for a moment if any query was aborted
   */
  public void cancelAborted(Object lock) {
    if (aborted.isEmpty()) {
      return;
    }
    List<CompletableFuture<QueryResult>> all;
    synchronized (lock) {
      all = aborted;
      aborted = List.of();
    }
    all.forEach(call -> call.cancel(true));
  }

  private void abort(InFlightQuery query) {
    List<CompletableFuture<QueryResult>> all = new ArrayList<>(aborted);
    all.add(query.call());
    aborted = all;
  }

  /** When the oldest is given up; {@link WakeUpTimer#NEVER} if no query is under way. */
  public long nextAt() {
    return inFlightQueries.isEmpty()
        ? WakeUpTimer.NEVER
        : inFlightQueries.values().iterator().next().endsAt();
  }

  /** Ends the oldest, and aborts it, if it is to be given up; null if it is not. */
  public @Nullable InFlightQuery takeOverdue(long now) {
    if (nextAt() > now) {
      return null;
    }
    Iterator<InFlightQuery> all = inFlightQueries.values().iterator();
    InFlightQuery oldest = all.next();
    all.remove();
    abort(oldest);
    return oldest;
  }
}
