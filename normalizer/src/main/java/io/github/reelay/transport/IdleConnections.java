package io.github.reelay.transport;

import io.github.reelay.internal.http.HttpConnection;
import io.github.reelay.internal.http.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open connections that are not in use; the one that was used last is used first. */
final class IdleConnections {

  /** A connection, and the time at which it is closed. */
  private record Idle(HttpConnection connection, long until) {}

  private final Map<Route, Deque<Idle>> routes = new HashMap<>();
  private int count;
  private boolean closed;

  /** A connection that is known to be open and to have no unread bytes; null if there is none. */
  @Nullable HttpConnection take(Route route, long now) {
    while (true) {
      Idle idle = poll(route);
      if (idle == null) {
        return null;
      }
      if (idle.until - now > 0 && idle.connection.isClean()) {
        return idle.connection;
      }
      idle.connection.close();
    }
  }

  private synchronized @Nullable Idle poll(Route route) {
    Deque<Idle> of = routes.get(route);
    Idle last = of == null ? null : of.pollLast();
    count -= last == null ? 0 : 1;
    return last;
  }

  /** Keeps a connection until that time, or closes it if the pool is closed. */
  void put(Route route, HttpConnection connection, long until) {
    synchronized (this) {
      if (!closed) {
        routes
            .computeIfAbsent(route, name -> new ArrayDeque<>())
            .addLast(new Idle(connection, until));
        count++;
        return;
      }
    }
    connection.close();
  }

  void sweep(long now) {
    List<HttpConnection> over = new ArrayList<>();
    synchronized (this) {
      for (Deque<Idle> of : routes.values()) {
        for (Iterator<Idle> each = of.iterator(); each.hasNext(); ) {
          Idle idle = each.next();
          if (idle.until - now <= 0) {
            each.remove();
            over.add(idle.connection);
          }
        }
      }
      routes.values().removeIf(Deque::isEmpty);
      count -= over.size();
    }
    over.forEach(HttpConnection::close);
  }

  synchronized int count() {
    return count;
  }

  /** Closes all, and each that is added later. */
  void close() {
    List<HttpConnection> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      routes.values().forEach(of -> of.forEach(idle -> all.add(idle.connection)));
      routes.clear();
      count = 0;
    }
    all.forEach(HttpConnection::close);
  }
}
