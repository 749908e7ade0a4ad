package io.github.reelay.cli.terminal;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of tasks while they are waited for, and the way to both outputs meanwhile.
 * Safe for use by many threads.
 */
public interface ProgressDisplay extends AutoCloseable {

  /** Called once, before the first query of these tasks. */
  void begin(Collection<TaskHandle> tasks);

  /** Where a task stands now; what is equal to the state before is not shown again. */
  void show(TaskHandle task, TaskProgress progress);

  /**
   * A task is not waited for any more.
   *
   * @param sentence what there is to be said about it; null if it is enough where it stood last
   */
  default void end(TaskHandle task, @Nullable String sentence) {
    end(task, sentence, Colour.NONE);
  }

  /** The same, in a colour where there are colours. */
  void end(TaskHandle task, @Nullable String sentence, Colour colour);

  /** Prints one sentence on a line that stays. */
  void say(String sentence);

  /** Prints a result immediately and ends its line. */
  void result(String line);

  /** Whether standard output has taken every result so far. */
  boolean isHeard();

  /** Shows nothing any more; what has been said stays. */
  @Override
  void close();

  /** Lines that change in place if there is a terminal for it, else one line for each change. */
  static ProgressDisplay of(CommandContext context) {
    return isAble(context.env()) && context.terminal().screen().get() != null
        ? new TerminalProgress(context)
        : new PlainProgress(context);
  }

  /** Whether a terminal, if there is one, can do more than print. */
  static boolean isAble(Map<String, String> env) {
    String type = env.get("TERM");
    return type != null && !type.isBlank() && !type.equals("dumb");
  }
}
