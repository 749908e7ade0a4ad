package io.github.reelay.transport;

import io.github.reelay.internal.http.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The places of each route: so many queries are in flight at once, and the others wait in order. A
 * place is held until the thread is really back, also beyond the deadline: a name service that
 * hangs cannot pile up threads.
 */
final class PerHostLimiter {

  private final int perRoute;
  private final Executor workers;
  private final Function<Call, Runnable> work;
  private final Map<Route, Line> lines = new HashMap<>();
  private volatile int waiting;

  /**
   * With {@code perRoute} places for each route.
   *
   * @param workers where queries run; may refuse with an error if there is no thread
   * @param work performs a query and returns what completes its future
   */
  PerHostLimiter(int perRoute, Executor workers, Function<Call, Runnable> work) {
    this.perRoute = perRoute;
    this.workers = workers;
    this.work = work;
  }

  /** Starts the query, or lets it wait for a place. */
  void enter(Call call) {
    synchronized (lines) {
      Line line = lines.computeIfAbsent(call.route(), name -> new Line());
      if (line.busy == perRoute) {
        line.calls.add(call);
        waiting = waiting + 1;
        return;
      }
      line.busy++;
    }
    start(call);
  }

  /** Takes a place for a query that its own thread performs; false if there is none. */
  boolean isTaken(Call call) {
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
      if (line != null && line.calls.remove(call)) {
        waiting = waiting - 1;
      }
    }
  }

  /** Has a worker perform a query that has a place. */
  void start(@Nullable Call first) {
    Call call = first;
    while (call != null && !isStarted(call)) {
      call = vacate(call.route());
    }
  }

  private boolean isStarted(Call call) {
    try {
      workers.execute(() -> execute(call, work));
      return true;
    } catch (OutOfMemoryError noThread) {
      IOException failure = TransportErrors.of(call.host(), noThread);
      call.cancel(failure);
      call.fail();
      return false;
    }
  }

  /** Performs a query that has a place on this thread, and hands the place on. */
  void execute(Call call, Function<Call, Runnable> how) {
    Runnable ending = how.apply(call);
    start(vacate(call.route()));
    ending.run();
  }

  /** Frees the place, or hands it to the query that has waited longest. */
  private @Nullable Call vacate(Route route) {
    synchronized (lines) {
      Line line = lines.get(route);
      Iterator<Call> queue = line.calls.iterator();
      if (queue.hasNext()) {
        Call next = queue.next();
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
    private final Set<Call> calls = new LinkedHashSet<>();
    private int busy;
  }
}
