package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import io.github.reelay.transport.HttpRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The providers without a network: they respond immediately, on the thread that queries. They note
 * for each task when the policy allowed the next query, and report to the meter how far from that
 * it came.
 */
final class InMemoryProviders {
  private static final List<Dialect> DIALECTS =
      StreamSupport.stream(Dialect.installed().spliterator(), false).toList();

  /** The bodies of tasks that run, with {@code %s} for the id, for providers without one here. */
  private static final Map<String, String> RUNNING = new ConcurrentHashMap<>();

  private final Scheduler time;
  private final Script script;
  private final Meter meter;
  private final long[] due;
  private int current;
  private long answeredAt;

  /** The response about a task at a time. */
  interface Script {
    RecordedResponse respond(String provider, String id, long nanoTime);
  }

  /** Called for each query before its response, with times of the scheduler in nanoseconds. */
  interface Meter {
    void queried(int provider, long at, long dueAt);
  }

  InMemoryProviders(Scheduler time, int tasks, Script script, Meter meter) {
    this.time = time;
    this.script = script;
    this.meter = meter;
    this.due = new long[tasks];
    Arrays.fill(due, time.nanoTime());
  }

  /** Handles of tasks, the providers in turn. */
  static List<TaskHandle> handles(int from, int to) {
    return IntStream.range(from, to).mapToObj(InMemoryProviders::handle).toList();
  }

  static TaskHandle handle(int task) {
    return new TaskHandle(DIALECTS.get(task % DIALECTS.size()).profile().name(), "task-" + task);
  }

  Providers providers() {
    return Providers.of(IntStream.range(0, DIALECTS.size()).mapToObj(this::provider).toList());
  }

  private Provider provider(int number) {
    Dialect dialect = DIALECTS.get(number);
    URI documented = dialect.profile().baseUrl();
    return Provider.builder(dialect)
        .baseUrl(documented != null ? documented : URI.create("https://gateway.example"))
        .transport(request -> send(number, request))
        .key(() -> "key")
        .clock(time.clock())
        .executor(Runnable::run)
        .build();
  }

  /** When a task may be queried for the first time, if not immediately. */
  void allow(int task, long nanoTime) {
    due[task] = nanoTime;
  }

  /**
   * The same policy, which notes from when on the task that was just queried may be queried again.
   */
  PollingPolicy noting(PollingPolicy policy) {
    return context -> {
      PollDecision decision = policy.decide(context);
      if (decision instanceof PollDecision.PollAgain again) {
        due[current] = answeredAt + again.delay().toNanos();
      }
      return decision;
    };
  }

  private CompletableFuture<RecordedResponse> send(int provider, HttpRequest request) {
    String uri = request.uri().toString();
    String id = uri.substring(uri.lastIndexOf("task-"));
    current = Integer.parseInt(id.substring("task-".length()));
    long now = time.nanoTime();
    meter.queried(provider, now, due[current]);
    answeredAt = now;
    String name = DIALECTS.get(provider).profile().name();
    return CompletableFuture.completedFuture(script.respond(name, id, now));
  }

  /** A task that runs. */
  static RecordedResponse running(String provider, String id) {
    String body =
        switch (provider) {
          case "toapis" ->
              "{\"id\":\"%s\",\"object\":\"generation.task\",\"status\":\"in_progress\"}";
          case "xingchaoyiqing" -> "{\"id\":\"%s\",\"status\":\"processing\"}";
          case "22codex" -> "{\"id\":\"%s\",\"status\":\"pending\"}";
          default -> RUNNING.computeIfAbsent(provider, InMemoryProviders::documented);
        };
    return new RecordedResponse(200, Map.of(), body.replace("%s", id).getBytes(UTF_8));
  }

  /** The documented example, with {@code %s} for the id. */
  private static String documented(String provider) {
    try (Sandbox sandbox = Sandbox.start()) {
      String body = new String(sandbox.example(provider, "running").body(), UTF_8);
      String id = Dialect.named(provider).read(body).taskOrThrow().id();
      return body.replace(id, "%s");
    }
  }

  /** A response with a status and an empty body. */
  static RecordedResponse status(int status) {
    return new RecordedResponse(status, Map.of(), new byte[0]);
  }

  /** A 429, after which a task may be queried again when that many seconds have passed. */
  static RecordedResponse limited(long seconds) {
    return new RecordedResponse(
        429, Map.of("Retry-After", List.of(Long.toString(seconds))), new byte[0]);
  }
}
