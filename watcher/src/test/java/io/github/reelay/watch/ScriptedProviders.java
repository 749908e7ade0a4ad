package io.github.reelay.watch;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.transport.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All providers in virtual time, behind a transport that responds as a script says. */
final class ScriptedProviders {
  private static final List<Dialect> DIALECTS =
      StreamSupport.stream(Dialect.installed().spliterator(), false).toList();

  /** Each query, in order. */
  final List<Query> queries = new ArrayList<>();

  final VirtualScheduler time;
  private final Function<Query, SimulatedResponse> script;
  private final Map<TaskHandle, Integer> counts = new HashMap<>();
  private int cancelled;

  /** The key; null for none. */
  @Nullable String key = "key";

  ScriptedProviders(VirtualScheduler time, Function<Query, SimulatedResponse> script) {
    this.time = time;
    this.script = script;
  }

  /**
   * One query.
   *
   * @param handle the task
   * @param number which query of that task it is, from 1
   * @param at when it came, from the beginning
   */
  record Query(TaskHandle handle, int number, Duration at) {}

  /** The name of each provider that a program finds. */
  static List<String> names() {
    return DIALECTS.stream().map(dialect -> dialect.profile().name()).toList();
  }

  Providers providers() {
    return Providers.of(all().toList());
  }

  /** All, and another that speaks as 22codex does. */
  Providers providersAnd(String twin) {
    return Providers.of(
        Stream.concat(all(), Stream.of(provider(new Codex22Dialect(), twin))).toList());
  }

  private Stream<Provider> all() {
    return DIALECTS.stream().map(dialect -> provider(dialect, dialect.profile().name()));
  }

  private Provider provider(Dialect dialect, String name) {
    URI documented = dialect.profile().baseUrl();
    return Provider.builder(dialect)
        .name(name)
        .baseUrl(documented != null ? documented : URI.create("https://given.example"))
        .transport(request -> send(name, request))
        .key(() -> key)
        .clock(time.clock())
        .executor(Runnable::run)
        .build();
  }

  /** How many queries were aborted. */
  int cancelled() {
    return cancelled;
  }

  List<Query> of(TaskHandle handle) {
    return queries.stream().filter(query -> query.handle().equals(handle)).toList();
  }

  /** When the task was queried. */
  List<Duration> times(TaskHandle handle) {
    return of(handle).stream().map(Query::at).toList();
  }

  private CompletableFuture<RecordedResponse> send(String provider, HttpRequest request) {
    TaskHandle handle = new TaskHandle(provider, id(request.uri()));
    Query query =
        new Query(handle, counts.merge(handle, 1, Integer::sum), Duration.ofNanos(time.nanoTime()));
    queries.add(query);
    SimulatedResponse response = script.apply(query);
    CompletableFuture<RecordedResponse> received = new CompletableFuture<>();
    Runnable unschedule =
        time.schedule(
            () -> finish(received, response), time.nanoTime() + response.latency().toNanos());
    received.whenComplete(
        (done, failed) -> {
          if (received.isCancelled()) {
            cancelled++;
            unschedule.run();
          }
        });
    return received;
  }

  private static void finish(
      CompletableFuture<RecordedResponse> received, SimulatedResponse response) {
    if (response.status() == 0) {
      received.completeExceptionally(new IOException("expected a response, found a reset"));
    } else {
      received.complete(
          new RecordedResponse(response.status(), response.headers(), response.bytes()));
    }
  }

  static String id(URI uri) {
    String text = uri.getRawQuery() != null ? uri.getRawQuery() : uri.getRawPath();
    int start = Math.max(text.lastIndexOf('/'), text.lastIndexOf('=')) + 1;
    return URLDecoder.decode(text.substring(start), StandardCharsets.UTF_8);
  }
}
