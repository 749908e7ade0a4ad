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
 * The permits of each route: each query in flight has one, and the others wait in order. A permit
 * is kept until every thread of the query has returned, also beyond the deadline, so that a name
 * service that hangs does not use up more and more threads.
 */
final class PerHostLimiter {

  private final int perRoute;
  private final Function<Call, Runnable> work;
  private final Map<Route, Line> lines = new HashMap<>();
  private volatile int waiting;

  /**
   * With {@code perRoute} permits for each route.
   *
   * @param work executes a query and returns what completes its future
   */
  PerHostLimiter(int perRoute, Function<Call, Runnable> work) {
    this.perRoute = perRoute;
    this.work = work;
  }

  /**
   * Starts the query, or queues it until there is a permit.
   *
   * @param thread executes it; may throw an error if no thread can be started
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

  /** Executes the query on this thread if there is a permit now. */
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

  /** Executes a query that has a permit on this thread, and passes the permit on. */
  private void execute(Call call) {
    Runnable ending = work.apply(call);
    call.whenBack(() -> start(vacate(call.route())));
    ending.run();
  }

  /** Releases the permit, or passes it to the query that has waited longest. */
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
