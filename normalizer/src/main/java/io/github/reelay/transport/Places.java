package io.github.reelay.transport;

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
 * place is held until the worker is really back, also beyond the deadline: a name service that
 * hangs cannot pile up threads.
 */
final class Places {

  private final int perRoute;
  private final Executor workers;
  private final Function<Call, Runnable> work;
  private final Map<String, Route> routes = new HashMap<>();

  /**
   * With {@code perRoute} places for each route.
   *
   * @param workers where queries run; may refuse with an error if there is no thread
   * @param work performs a query and returns what completes its future
   */
  Places(int perRoute, Executor workers, Function<Call, Runnable> work) {
    this.perRoute = perRoute;
    this.workers = workers;
    this.work = work;
  }

  /** Starts the query, or lets it wait for a place. */
  void enter(Call call) {
    synchronized (routes) {
      Route route = routes.computeIfAbsent(call.route(), name -> new Route());
      if (route.busy == perRoute) {
        route.waiting.add(call);
        return;
      }
      route.busy++;
    }
    start(call);
  }

  /** Takes the query off the queue, if it still waits. */
  void leave(Call call) {
    synchronized (routes) {
      Route route = routes.get(call.route());
      if (route != null) {
        route.waiting.remove(call);
      }
    }
  }

  private void start(Call first) {
    Call call = first;
    while (call != null && !isStarted(call)) {
      call = vacate(call.route());
    }
  }

  private boolean isStarted(Call call) {
    try {
      workers.execute(() -> run(call));
      return true;
    } catch (OutOfMemoryError noThread) {
      IOException failure = Failures.of(call.host(), noThread);
      call.abort(failure);
      call.concede();
      return false;
    }
  }

  private void run(Call call) {
    Runnable ending = work.apply(call);
    start(vacate(call.route()));
    ending.run();
  }

  /** Frees the place, or hands it to the query that has waited longest. */
  private @Nullable Call vacate(String name) {
    synchronized (routes) {
      Route route = routes.get(name);
      Iterator<Call> queue = route.waiting.iterator();
      if (queue.hasNext()) {
        Call next = queue.next();
        queue.remove();
        return next;
      }
      route.busy--;
      if (route.busy == 0) {
        routes.remove(name);
      }
      return null;
    }
  }

  /** Guarded by the map it is in. */
  private static final class Route {
    private final Set<Call> waiting = new LinkedHashSet<>();
    private int busy;
  }
}
