package io.github.reelay.transport;

import io.github.reelay.internal.http.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The places of each route: so many queries are in flight at once, and the others wait in order. A
 * place is held until every thread is really back, also beyond the deadline: a name service that
 * hangs cannot pile up threads.
 */
final class PerHostLimiter {

  private final int perRoute;
  private final Function<Call, Runnable> work;
  private final Map<Route, Line> lines = new HashMap<>();
  private volatile int waiting;

  /**
   * With {@code perRoute} places for each route.
   *
   * @param work performs a query and returns what completes its future
   */
  PerHostLimiter(int perRoute, Function<Call, Runnable> work) {
    this.perRoute = perRoute;
    this.work = work;
  }

  /**
   * Starts the query, or lets it wait for a place.
   *
   * @param thread where it runs; may refuse with an error if there is no thread
   */
  void enter(Call call, Executor thread) {
    synchronized (lines) {
      if (!isTaken(call)) {
        lines.get(call.route()).calls.put(call, thread);
        waiting = waiting + 1;
        return;
      }
    }
    start(Map.entry(call, thread));
  }

  /** Performs the query on this thread if there is a place now. */
  boolean isPerformed(Call call) {
    boolean taken = isTaken(call);
    if (taken) {
      execute(call);
    }
    return taken;
  }

  private boolean isTaken(Call call) {
    synchronized (lines) {
      Line line = lines.computeIfAbsent(call.route(), name -> new Line());
      boolean free = line.busy < perRoute;
      line.busy += free ? 1 : 0;
      return free;
    }
  }

  /** Takes the query off the queue, if it still waits. */
  void leave(Call call) {
    if (waiting == 0) {
      return;
    }
    synchronized (lines) {
      Line line = lines.get(call.route());
      if (line != null && line.calls.remove(call) != null) {
        waiting = waiting - 1;
      }
    }
  }

  private void start(Map.@Nullable Entry<Call, Executor> first) {
    Map.Entry<Call, Executor> next = first;
    while (next != null && !isStarted(next.getKey(), next.getValue())) {
      next = vacate(next.getKey().route());
    }
  }

  private boolean isStarted(Call call, Executor thread) {
    try {
      thread.execute(() -> execute(call));
      return true;
    } catch (OutOfMemoryError noThread) {
      IOException failure = TransportErrors.of(call.host(), noThread);
      call.cancel(failure);
      call.fail();
      return false;
    }
  }

  /** Performs a query that has a place on this thread, and hands the place on. */
  private void execute(Call call) {
    Runnable ending = work.apply(call);
    call.whenBack(() -> start(vacate(call.route())));
    ending.run();
  }

  /** Frees the place, or hands it to the query that has waited longest. */
  private Map.@Nullable Entry<Call, Executor> vacate(Route route) {
    synchronized (lines) {
      Line line = lines.get(route);
      Iterator<Map.Entry<Call, Executor>> queue = line.calls.entrySet().iterator();
      if (queue.hasNext()) {
        Map.Entry<Call, Executor> next = Map.Entry.copyOf(queue.next());
        queue.remove();
        waiting = waiting - 1;
        return next;
      }
      line.busy--;
      if (line.busy == 0) {
        lines.remove(route);
      }
      return null;
    }
  }

  /** Guarded by the map it is in. */
  private static final class Line {
    private final Map<Call, Executor> calls = new LinkedHashMap<>();
    private int busy;
  }
}
