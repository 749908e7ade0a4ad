package io.github.reelay.internal.telemetry;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.telemetry.TelemetryListener.QueryObserver;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An observer of one query that throws nothing and is called at its first end only: a query may be
 * cancelled while its response is read.
 *
 * @param over whether it was called at the end
 */
record SafeQueryObserver(SafeCalls calls, QueryObserver observer, AtomicBoolean over)
    implements QueryObserver {

  /** What a listener gives for a query; null if it does not listen. */
  static @Nullable QueryObserver of(SafeCalls calls, String provider) {
    QueryObserver given = calls.get(listener -> listener.queryStarted(provider), calls.listener());
    return given == null ? null : new SafeQueryObserver(calls, given, new AtomicBoolean());
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> given = calls.get(each -> Map.copyOf(each.headers()), observer);
    return given == null ? Map.of() : given;
  }

  @Override
  public void ended(QueryResult result) {
    if (over.compareAndSet(false, true)) {
      calls.run(each -> each.ended(result), observer);
    }
  }

  @Override
  public void failed(Throwable reason) {
    if (over.compareAndSet(false, true)) {
      calls.run(each -> each.failed(reason), observer);
    }
  }
}
