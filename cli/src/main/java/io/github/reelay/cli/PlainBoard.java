package io.github.reelay.cli;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line for each change, for files, pipes and terminals that cannot do more. */
final class PlainBoard implements Board {
  private final Surroundings surroundings;
  private final Map<TaskHandle, String> said = new HashMap<>();

  PlainBoard(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void begin(Collection<TaskHandle> tasks) {
    // There is nothing to be told of tasks that nobody has asked for yet.
  }

  /** Of a download only that it has begun: its end is a line of its own. */
  @Override
  public synchronized void show(TaskHandle task, Stand stand) {
    String words = stand.kind().equals("downloading") ? "downloading" : stand.words();
    if (!words.equals(said.put(task, words))) {
      surroundings.say(task + ": " + words);
    }
  }

  @Override
  public synchronized void end(TaskHandle task, @Nullable String sentence) {
    said.remove(task);
    if (sentence != null) {
      surroundings.say(sentence);
    }
  }

  @Override
  public synchronized void say(String sentence) {
    surroundings.say(sentence);
  }

  /** Without the lock: nobody may be reading. */
  @Override
  public void result(String line) {
    surroundings.resultNow(line);
  }

  @Override
  public boolean isHeard() {
    return !surroundings.stdout().checkError();
  }

  @Override
  public void close() {
    // Every line is said already.
  }
}
