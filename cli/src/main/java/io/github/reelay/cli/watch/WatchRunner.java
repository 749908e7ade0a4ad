package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A wait from its beginning to the last word about it. */
public final class WatchRunner {
  private final CommandContext context;
  private final WatchOptions options;
  private final Providers providers;

  /**
   * Begins nothing yet.
   *
   * @param providers stay open; the caller closes them after the run
   */
  public WatchRunner(CommandContext context, WatchOptions options, Providers providers) {
    this.context = context;
    this.options = options;
    this.providers = providers;
  }

  /**
   * Waits for tasks.
   *
   * @param store forgets each when all has been done about it
   * @return the gravest status of all tasks and downloads
   */
  public ExitStatus run(HandleStore store, Collection<TaskHandle> tasks) {
    WatchSession session = new WatchSession(context, options, providers, store);
    OutcomeMessages messages = new OutcomeMessages(options, providers);
    RunResults results = new RunResults(session.display(), messages, options.printing(), tasks);
    List<String> lastWords = new ArrayList<>();
    boolean broken = false;
    try (session) {
      context.shutdown().await(session.begin(tasks, results));
      results.stop().forEach(task -> lastWords.add(stopped(task, session)));
    } catch (UncheckedIOException notForgotten) {
      lastWords.add(String.valueOf(notForgotten.getMessage()));
      lastWords.add(String.valueOf(notForgotten.getCause().getMessage()));
      broken = true;
    }
    results.results().forEach(context::result);
    lastWords.forEach(context::say);
    resume(results.left(), broken);
    return broken ? ExitStatus.BROKEN : results.status();
  }

  private static String stopped(TaskHandle task, WatchSession session) {
    return task
        + (session.isDownloading(task)
            ? ": stopped downloading; what is there is kept"
            : ": stopped waiting; the task goes on");
  }

  private void resume(Collection<TaskHandle> left, boolean broken) {
    ResumeCommand command = options.command();
    if (!left.isEmpty() && command != null) {
      String hint = command.hint();
      if (hint != null) {
        context.say(hint);
      }
      context.sayWhole("resume with: " + (broken ? command.withHandles(left) : command.of(left)));
    }
  }
}
