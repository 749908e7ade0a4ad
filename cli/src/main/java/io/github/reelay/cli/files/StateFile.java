package io.github.reelay.cli.files;

import io.github.reelay.Reelay;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.store.JournalRepair;
import io.github.reelay.task.TaskHandle;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --state}.
 *
 * @param name as it was given; null if it was not
 */
public record StateFile(@Nullable String name) {

  /**
   * Where it is; null without the option.
   *
   * @throws UsageException if no file can have that name
   */
  public @Nullable Path path() {
    try {
      return name == null ? null : Path.of(name);
    } catch (InvalidPathException noName) {
      throw new UsageException(
          "expected a file name at --state, found one that this system cannot hold");
    }
  }

  /**
   * Rewrites it with what can be read of it, and names each handle that was kept.
   *
   * @throws UsageException without the option, or if the file cannot be rewritten
   */
  public void repair(CommandContext context) {
    Path path = path();
    if (path == null) {
      throw new UsageException(
          "expected --state FILE with --repair, found none; see 'reelay watch --help'");
    }
    try {
      JournalRepair repaired = Reelay.repair(path);
      repaired.open().forEach(handle -> context.say("kept " + handle));
      context.sayWhole(repaired.toString());
    } catch (UncheckedIOException broken) {
      throw new UsageException(broken);
    }
  }

  /**
   * Names the handles that stay in it because the document of their provider is not given.
   *
   * @return {@link ExitStatus#GAVE_UP} if there are any, else {@link ExitStatus#DONE}
   */
  public ExitStatus reportLeftAlone(Map<TaskHandle, String> documents, CommandContext context) {
    documents.forEach(
        (handle, document) ->
            context.say(
                handle
                    + ": kept in "
                    + name
                    + " and not queried, because --dialect "
                    + document
                    + " is not given"));
    return documents.isEmpty() ? ExitStatus.DONE : ExitStatus.GAVE_UP;
  }
}
