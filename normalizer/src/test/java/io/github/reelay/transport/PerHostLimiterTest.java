package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.http.IncompleteResponseException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class PerHostLimiterTest {

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<Call> performed = new ArrayList<>();

  @Test
  void startsWaitingQueriesInTheOrderTheyCame() throws Exception {
    PerHostLimiter limiter = new PerHostLimiter(1, this::perform);
    List<Call> calls = List.of(call("/1"), call("/2"), call("/3"));

    calls.forEach(call -> limiter.enter(call, threads::add));

    assertThat(threads).hasSize(1);
    runAll();
    assertThat(performed).containsExactlyElementsOf(calls);
  }

  @Test
  void performsNoQueryThatLeftTheQueue() throws Exception {
    PerHostLimiter limiter = new PerHostLimiter(1, this::perform);
    List<Call> calls = List.of(call("/1"), call("/2"), call("/3"));
    calls.forEach(call -> limiter.enter(call, threads::add));

    limiter.leave(calls.get(1));

    runAll();
    assertThat(performed).containsExactly(calls.get(0), calls.get(2));
  }

  @Test
  void countsTheSameHostAsOneRouteHoweverItIsWritten() throws Exception {
    PerHostLimiter limiter = new PerHostLimiter(1, this::perform);

    limiter.enter(to("http://relay.example/1"), threads::add);
    limiter.enter(to("HTTP://Relay.Example/2"), threads::add);
    limiter.enter(to("http://relay.example:81/3"), threads::add);

    assertThat(threads).hasSize(2);
  }

  @Test
  void failsAQueryWithoutAThreadAndGivesItsPlaceOn() throws Exception {
    boolean[] exhausted = {true};
    PerHostLimiter limiter = new PerHostLimiter(1, this::perform);
    Executor workers =
        task -> {
          if (exhausted[0]) {
            throw new OutOfMemoryError("no thread");
          }
          threads.add(task);
        };
    Call starved = call("/1");
    Call fed = call("/2");

    limiter.enter(starved, workers);
    exhausted[0] = false;
    limiter.enter(fed, workers);
    runAll();

    assertThat(failure(starved.future(), IncompleteResponseException.class))
        .hasMessage(
            "expected a complete response from relay.example, found something else"
                + " (OutOfMemoryError); try again");
    assertThat(performed).containsExactly(fed);
  }

  private Runnable perform(Call call) {
    performed.add(call);
    return () -> {};
  }

  private void runAll() {
    for (Runnable task = threads.poll(); task != null; task = threads.poll()) {
      task.run();
    }
  }

  private static Call call(String path) throws IOException {
    return to("http://relay.example" + path);
  }

  private static Call to(String uri) throws IOException {
    HttpRequest request = get(URI.create(uri));
    return new Call(request, RequestHead.of(request, "agent"), response -> response, 0);
  }
}
