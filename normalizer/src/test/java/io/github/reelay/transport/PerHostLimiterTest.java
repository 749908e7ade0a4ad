package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerHostLimiterTest {

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<Call> performed = new ArrayList<>();

  @Test
  void startsWaitingQueriesInTheOrderTheyCame() throws Exception {
    PerHostLimiter limiter = new PerHostLimiter(1, threads::add, this::perform);
    List<Call> calls = List.of(call("/1"), call("/2"), call("/3"));

    calls.forEach(limiter::enter);

    assertThat(threads).hasSize(1);
    runAll();
    assertThat(performed).containsExactlyElementsOf(calls);
  }

  @Test
  void performsNoQueryThatLeftTheQueue() throws Exception {
    PerHostLimiter limiter = new PerHostLimiter(1, threads::add, this::perform);
    List<Call> calls = List.of(call("/1"), call("/2"), call("/3"));
    calls.forEach(limiter::enter);

    limiter.leave(calls.get(1));

    runAll();
    assertThat(performed).containsExactly(calls.get(0), calls.get(2));
  }

  @Test
  void countsTheSameHostAsOneRouteHoweverItIsWritten() throws Exception {
    PerHostLimiter limiter = new PerHostLimiter(1, threads::add, this::perform);

    limiter.enter(to("http://relay.example/1"));
    limiter.enter(to("HTTP://Relay.Example/2"));
    limiter.enter(to("http://relay.example:81/3"));

    assertThat(threads).hasSize(2);
  }

  @Test
  void failsAQueryWithoutAThreadAndGivesItsPlaceOn() throws Exception {
    boolean[] exhausted = {true};
    PerHostLimiter limiter =
        new PerHostLimiter(
            1,
            task -> {
              if (exhausted[0]) {
                throw new OutOfMemoryError("no thread");
              }
              threads.add(task);
            },
            this::perform);
    Call starved = call("/1");
    Call fed = call("/2");

    limiter.enter(starved);
    exhausted[0] = false;
    limiter.enter(fed);
    runAll();

    assertThat(failure(starved.future(), IOException.class))
        .hasMessage(
            "expected a complete answer from relay.example, found something else"
                + " (OutOfMemoryError); ask again");
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
    return new Call(request, RequestHead.of(request, "agent"), answer -> answer, 0);
  }
}
