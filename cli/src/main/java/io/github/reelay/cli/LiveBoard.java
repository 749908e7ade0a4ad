package io.github.reelay.cli;

import io.github.reelay.task.TaskHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One line for each task at the end of a terminal, drawn ten times a second at most. */
final class LiveBoard implements Board {
  private static final int DRAW_MILLIS = 100;
  private static final ScreenSize SMALLEST = new ScreenSize(1, 1);

  private final Surroundings surroundings;
  private final Rows rows;
  private final Picture picture;
  private final List<String> said = new ArrayList<>();
  private final ScheduledExecutorService painter =
      Executors.newSingleThreadScheduledExecutor(LiveBoard::daemon);
  private int printing;
  private boolean closed;

  LiveBoard(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.rows = new Rows(surroundings.clock().instant());
    this.picture = new Picture(surroundings.stderr(), size());
    painter.scheduleWithFixedDelay(this::paint, 0, DRAW_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "reelay-board");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void begin(Collection<TaskHandle> tasks) {
    tasks.forEach(task -> show(task, Stand.WAITING));
  }

  @Override
  public synchronized void show(TaskHandle task, Stand stand) {
    rows.put(task, stand, surroundings.clock().instant());
  }

  @Override
  public synchronized void end(TaskHandle task, @Nullable String sentence) {
    Stand last = rows.end(task);
    if (sentence != null) {
      said.add(sentence);
    } else if (last != null) {
      said.add(task + ": " + last.words());
    }
  }

  @Override
  public synchronized void say(String sentence) {
    said.add(sentence);
  }

  /**
   * Both outputs may be the same terminal: the lines make room for the result. It is printed
   * without the lock, since nobody may be reading.
   */
  @Override
  public void result(String line) {
    synchronized (this) {
      printing++;
      makeRoom();
      surroundings.stderr().flush();
    }
    surroundings.resultNow(line);
    synchronized (this) {
      printing--;
    }
    paint();
  }

  /** Draws what has changed since the last time; the clock of a line goes on in any case. */
  synchronized void paint() {
    if (closed || printing > 0) {
      return;
    }
    if (!said.isEmpty()) {
      makeRoom();
    }
    ScreenSize size = size();
    List<String> lines =
        rows.lines(size.columns(), size.rows() - 1, surroundings.clock().instant());
    picture.draw(lines, size);
    surroundings.stderr().flush();
  }

  private void makeRoom() {
    picture.clear();
    said.forEach(surroundings::say);
    said.clear();
  }

  private ScreenSize size() {
    return Objects.requireNonNullElse(surroundings.screen().get(), SMALLEST);
  }

  @Override
  public boolean isHeard() {
    return !surroundings.stdout().checkError();
  }

  @Override
  public void close() {
    painter.shutdownNow();
    synchronized (this) {
      closed = true;
      makeRoom();
      surroundings.stderr().flush();
    }
  }
}
