package io.github.reelay.internal.telemetry;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.telemetry.TelemetryListener.QueryObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several observers of one query; where two set the same header, the last one's is sent. */
record QueryObservers(List<QueryObserver> all) implements QueryObserver {

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    all.forEach(each -> headers.putAll(each.headers()));
    return headers;
  }

  @Override
  public void ended(QueryResult result) {
    all.forEach(each -> each.ended(result));
  }

  @Override
  public void failed(Throwable reason) {
    all.forEach(each -> each.failed(reason));
  }
}
