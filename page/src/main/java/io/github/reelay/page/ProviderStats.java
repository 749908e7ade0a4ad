package io.github.reelay.page;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted for one provider. Guarded by its {@link TaskBoard}. */
final class ProviderStats {
  private static final int SECONDS = 60;

  private final String name;
  private final int[] queriesOfSecond = new int[SECONDS];
  private final Map<String, Long> failures = new TreeMap<>();
  private final Map<String, Long> findings = new TreeMap<>();
  private final Map<String, Long> ended = new TreeMap<>();
  private long lastSecond;
  private long queries;
  private long latencyMillis = -1;

  ProviderStats(String name) {
    this.name = name;
  }

  void queried(QueryResult result, Duration latency, Instant now) {
    moveTo(now.getEpochSecond());
    queriesOfSecond[(int) Math.floorMod(lastSecond, (long) SECONDS)]++;
    queries++;
    latencyMillis = latency.toMillis();
    if (result instanceof QueryResult.Failed failed) {
      failures.merge(failed.failure().kind().jsonName(), 1L, Long::sum);
    }
    for (Finding finding : result.findings()) {
      findings.merge(finding.kind().jsonName(), 1L, Long::sum);
    }
  }

  void ended(String state) {
    ended.merge(state, 1L, Long::sum);
  }

  private void moveTo(long second) {
    long from = Math.max(lastSecond, second - SECONDS);
    for (long each = from + 1; each <= second; each++) {
      queriesOfSecond[(int) Math.floorMod(each, (long) SECONDS)] = 0;
    }
    lastSecond = Math.max(lastSecond, second);
  }

  /** The provider as a JSON object on one line; the seconds before now come oldest first. */
  String json(Instant now) {
    moveTo(now.getEpochSecond());
    JsonWriter json = JsonWriter.line();
    json.text("name", name);
    json.number("queries", queries);
    StringBuilder recent = new StringBuilder();
    for (int i = 1; i <= SECONDS; i++) {
      int at = (int) Math.floorMod(lastSecond + i, (long) SECONDS);
      recent.append(i == 1 ? "" : ",").append(queriesOfSecond[at]);
    }
    json.text("recent", recent);
    json.number("latency", latencyMillis < 0 ? null : (Long) latencyMillis);
    counts(json, "failures", failures);
    counts(json, "findings", findings);
    counts(json, "ended", ended);
    return json.end();
  }

  private static void counts(JsonWriter json, String name, Map<String, Long> counts) {
    json.beginArray(name);
    for (Map.Entry<String, Long> count : List.copyOf(counts.entrySet())) {
      json.beginObject();
      json.text("kind", count.getKey());
      json.number("count", count.getValue());
      json.endObject();
    }
    json.endArray();
  }
}
