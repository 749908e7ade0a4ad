package io.github.reelay.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.transport.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider in memory whose tasks run until the test lets them end; it keeps each query. */
final class ScriptedProvider {
  private static final String UNKNOWN =
      "{\"error\":{\"code\":\"task_not_found\",\"message\":\"no such task\"}}";

  /** The ids of all queries, in order. */
  final List<String> queries = new CopyOnWriteArrayList<>();

  private final Map<String, Integer> progress = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private volatile int status = 200;

  /** Providers of one replica, whose queries this one counts. */
  Providers providers() {
    return Providers.of(
        List.of(
            Provider.builder(new ToapisDialect())
                .transport(this::send)
                .key(() -> "key")
                .executor(Runnable::run)
                .build()));
  }

  /** Ten queries a second for each task, with no other limit that a test would notice. */
  static PollingRules quick(PollingRules rules) {
    return rules
        .withInterval(Duration.ofMillis(100))
        .withInitialDelay(Duration.ZERO)
        .withRateLimit(new RateLimit(10_000, 1_000, false));
  }

  static TaskHandle handle(int number) {
    return new TaskHandle("toapis", "task-" + number);
  }

  void progress(TaskHandle handle, int percent) {
    progress.put(handle.id(), percent);
  }

  void finish(TaskHandle handle) {
    ended.add(handle.id());
  }

  void forget(TaskHandle handle) {
    unknown.add(handle.id());
  }

  /** What every response has as its status. */
  void respondWith(int value) {
    status = value;
  }

  long count(TaskHandle handle) {
    return queries.stream().filter(handle.id()::equals).count();
  }

  private CompletableFuture<RecordedResponse> send(HttpRequest request) {
    String path = request.uri().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    queries.add(id);
    boolean isUnknown = unknown.contains(id);
    return CompletableFuture.completedFuture(
        new RecordedResponse(
            isUnknown ? 400 : status,
            Map.of("content-type", List.of("application/json")),
            (isUnknown ? UNKNOWN : status == 200 ? body(id) : "{}").getBytes(UTF_8)));
  }

  private String body(String id) {
    return "{\"id\":\""
        + id
        + "\",\"object\":\"generation.task\",\"status\":\""
        + (ended.contains(id)
            ? "completed\",\"result\":{\"type\":\"video\",\"data\":"
                + "[{\"url\":\"https://files.example/"
                + id
                + ".mp4\"}]}}"
            : "in_progress\",\"progress\":" + progress.getOrDefault(id, 5) + "}");
  }
}
