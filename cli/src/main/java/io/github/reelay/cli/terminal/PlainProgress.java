package io.github.reelay.cli.terminal;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line for each change, for files, pipes and terminals that cannot do more. */
final class PlainProgress implements ProgressDisplay {
  private final CommandContext context;
  private final Map<TaskHandle, String> said = new HashMap<>();

  PlainProgress(CommandContext context) {
    this.context = context;
  }

  @Override
  public void begin(Collection<TaskHandle> tasks) {
    // There is nothing to print of tasks that have not been queried yet.
  }

  /** Of a download only that it has begun: its end is a line of its own. */
  @Override
  public synchronized void show(TaskHandle task, TaskProgress progress) {
    String words = progress.kind().equals("downloading") ? "downloading" : progress.text();
    if (!words.equals(said.put(task, words))) {
      context.say(task + ": " + words);
    }
  }

  @Override
  public synchronized void end(TaskHandle task, @Nullable String sentence, Colour colour) {
    said.remove(task);
    if (sentence != null) {
      context.say(sentence, colour);
    }
  }

  @Override
  public synchronized void say(String sentence) {
    context.say(sentence);
  }

  /** Without the lock: printing blocks if the other end of a pipe does not read. */
  @Override
  public void result(String line) {
    context.resultNow(line);
  }

  @Override
  public boolean isHeard() {
    return !context.stdout().checkError();
  }

  @Override
  public void close() {
    // Every line is said already.
  }
}
