package io.github.reelay.cli.terminal;

import io.github.reelay.internal.DaemonThreads;
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
final class TerminalProgress implements ProgressDisplay {
  private static final int DRAW_MILLIS = 100;
  private static final ScreenSize SMALLEST = new ScreenSize(1, 1);

  private final CommandContext context;
  private final ProgressTable table;
  private final ScreenRegion region;
  private final List<Said> said = new ArrayList<>();
  private final ScheduledExecutorService painter =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("reelay-progress"));
  private int printing;
  private boolean closed;

  private record Said(String sentence, Colour colour) {}

  TerminalProgress(CommandContext context) {
    this.context = context;
    this.table = new ProgressTable(context.clock().instant());
    this.region = new ScreenRegion(context.stderr(), size());
    painter.scheduleWithFixedDelay(this::paint, 0, DRAW_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void begin(Collection<TaskHandle> tasks) {
    tasks.forEach(task -> show(task, TaskProgress.WAITING));
  }

  @Override
  public synchronized void show(TaskHandle task, TaskProgress progress) {
    table.put(task, progress, context.clock().instant());
  }

  @Override
  public synchronized void end(TaskHandle task, @Nullable String sentence, Colour colour) {
    TaskProgress last = table.end(task);
    if (sentence != null) {
      said.add(new Said(sentence, colour));
    } else if (last != null) {
      said.add(new Said(task + ": " + last.text(), colour));
    }
  }

  @Override
  public synchronized void say(String sentence) {
    said.add(new Said(sentence, Colour.NONE));
  }

  /**
   * Both outputs may be the same terminal: the lines make room for the result. It is printed
   * without the lock, because printing blocks if the other end of a pipe does not read.
   */
  @Override
  public void result(String line) {
    synchronized (this) {
      printing++;
      makeRoom();
      context.stderr().flush();
    }
    context.resultNow(line);
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
    List<String> lines = table.lines(size.columns(), size.rows() - 1, context.clock().instant());
    region.draw(lines, size);
    context.stderr().flush();
  }

  private void makeRoom() {
    region.clear();
    said.forEach(each -> context.say(each.sentence, each.colour));
    said.clear();
  }

  private ScreenSize size() {
    return Objects.requireNonNullElse(context.terminal().screen().get(), SMALLEST);
  }

  @Override
  public boolean isHeard() {
    return !context.stdout().checkError();
  }

  @Override
  public void close() {
    painter.shutdownNow();
    synchronized (this) {
      closed = true;
      makeRoom();
      context.stderr().flush();
    }
  }
}
