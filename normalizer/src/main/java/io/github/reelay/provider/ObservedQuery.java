package io.github.reelay.provider;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.telemetry.TelemetryListener.QueryObserver;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Queries with an observer, which is called at the end before the caller gets the result. */
final class ObservedQuery {
  private ObservedQuery() {}

  /** Runs a query to its end and reports that, also if it throws. */
  static QueryResult result(QueryObserver observer, Supplier<QueryResult> query) {
    QueryResult result = begun(observer, query);
    observer.ended(result);
    return result;
  }

  /** Begins a query and reports only what it throws: a later end is reported by {@link #ending}. */
  static <T> T begun(QueryObserver observer, Supplier<T> query) {
    try {
      return query.get();
    } catch (RuntimeException | Error thrown) {
      observer.failed(thrown);
      throw thrown;
    }
  }

  /** As {@code plain}, and reports the result before the caller gets it. */
  static BiFunction<Supplier<QueryResult>, Throwable, QueryResult> ending(
      QueryObserver observer, BiFunction<Supplier<QueryResult>, Throwable, QueryResult> plain) {
    return (done, failed) -> result(observer, () -> plain.apply(done, failed));
  }

  /** Reports a query that ended before it was sent. */
  static void over(@Nullable QueryObserver observer, QueryResult result) {
    if (observer != null) {
      observer.ended(result);
    }
  }

  /** Reports that the caller cancelled the query. */
  static void cancelled(@Nullable QueryObserver observer, Throwable reason) {
    if (observer != null) {
      observer.failed(reason);
    }
  }

  /** The headers of a query, and those of an observer that no header of the query has. */
  static Map<String, String> headers(Map<String, String> own, Map<String, String> more) {
    if (more.isEmpty()) {
      return own;
    }
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(own.keySet());
    Map<String, String> all = new HashMap<>(own);
    more.forEach(
        (name, value) -> {
          if (taken.add(name)) {
            all.put(name, value);
          }
        });
    return all;
  }
}
