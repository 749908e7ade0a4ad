package io.github.reelay.cli;

import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A wait from its beginning to the last word about it. */
final class WatchRun {
  private final Surroundings surroundings;
  private final WatchOptions options;
  private final Providers providers;

  WatchRun(Surroundings surroundings, WatchOptions options, Providers providers) {
    this.surroundings = surroundings;
    this.options = options;
    this.providers = providers;
  }

  /**
   * Waits for tasks.
   *
   * @param store forgets each when all has been done about it
   */
  ExitStatus run(HandleStore store, Collection<TaskHandle> tasks) {
    Watching watching = new Watching(surroundings, options, providers, store);
    Verdicts verdicts = new Verdicts(options, providers);
    Endings endings = new Endings(watching.board(), verdicts, options.printing(), tasks);
    List<String> lastWords = new ArrayList<>();
    boolean broken = false;
    try (watching) {
      surroundings.stop().await(watching.begin(tasks, endings));
      endings.stop().forEach(task -> lastWords.add(stopped(task, watching)));
    } catch (UncheckedIOException notForgotten) {
      lastWords.add(String.valueOf(notForgotten.getMessage()));
      lastWords.add(String.valueOf(notForgotten.getCause().getMessage()));
      broken = true;
    }
    endings.results().forEach(surroundings::result);
    lastWords.forEach(surroundings::say);
    resume(endings.left(), broken);
    return broken ? ExitStatus.BROKEN : endings.status();
  }

  private static String stopped(TaskHandle task, Watching watching) {
    return task
        + (watching.isDownloading(task)
            ? ": stopped downloading; what is there is kept"
            : ": stopped waiting; the task goes on");
  }

  private void resume(Collection<TaskHandle> left, boolean broken) {
    ResumeCommand command = options.command();
    if (!left.isEmpty() && command != null) {
      String hint = command.hint();
      if (hint != null) {
        surroundings.say(hint);
      }
      surroundings.sayWhole(
          "resume with: " + (broken ? command.withHandles(left) : command.of(left)));
    }
  }
}
