package io.github.reelay.page;

import com.sun.net.httpserver.HttpExchange;
import io.github.reelay.time.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends the board to browsers as server-sent events: first all rows, then what changed, a few times
 * in a second at most. Each stream takes a thread. A browser that takes nothing for too long is
 * disconnected; it may connect again.
 */
final class EventStreams {
  private static final int ROWS = 250;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** How long a closing page waits for its streams; only one that is stuck takes all of it. */
  private static final Duration LAST_EVENT = Duration.ofSeconds(1);

  private final TaskBoard board;
  private final Scheduler scheduler;
  private final Duration stall;
  private final int most;
  private final Semaphore free;

  /**
   * Streams of that board.
   *
   * @param stall how long a browser may take nothing
   * @param most how many streams there may be at a time
   */
  EventStreams(TaskBoard board, Scheduler scheduler, Duration stall, int most) {
    this.board = board;
    this.scheduler = scheduler;
    this.stall = stall;
    this.most = most;
    this.free = new Semaphore(most);
  }

  int open() {
    return most - free.availablePermits();
  }

  /** Serves one stream until it ends. Returns whether there was room for it. */
  boolean serve(HttpExchange exchange) throws IOException {
    if (!free.tryAcquire()) {
      return false;
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
      exchange.sendResponseHeaders(200, 0);
      send(new StallGuard(exchange.getResponseBody(), scheduler, stall));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
    return true;
  }

  private void send(StallGuard out) throws IOException, InterruptedException {
    out.write("retry: 1000\n\n");
    long last = 0;
    boolean first = true;
    TaskBoard.Changes changes = board.changes(0, ROWS, Duration.ZERO);
    while (changes != null) {
      if (first || !changes.rows().isEmpty()) {
        out.write(event("rows", rows(changes, first)));
      }
      boolean all = changes.rows().size() < ROWS;
      last = changes.last();
      first = false;
      if (all) {
        out.write(event("providers", providers(changes)));
        board.awaitClose(PAUSE);
      }
      changes = board.changes(last, ROWS, all ? WAIT : Duration.ZERO);
    }
    out.write(event("end", "{}"));
  }

  private String rows(TaskBoard.Changes changes, boolean first) {
    return "{\"first\":"
        + first
        + ",\"now\":"
        + changes.now().toEpochMilli()
        + ",\"keep\":"
        + board.mostEnded()
        + ",\"full\":"
        + changes.full()
        + ",\"rows\":["
        + String.join(",", changes.rows())
        + "]}";
  }

  private String providers(TaskBoard.Changes changes) {
    return "{\"now\":"
        + changes.now().toEpochMilli()
        + ",\"providers\":["
        + String.join(",", board.providers())
        + "]}";
  }

  private static String event(String name, String json) {
    return "event: " + name + "\ndata: " + json + "\n\n";
  }

  /** Waits until the streams of a closed board have sent their last event, a second at most. */
  void awaitEnd() {
    try {
      if (free.tryAcquire(most, LAST_EVENT.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(most);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
