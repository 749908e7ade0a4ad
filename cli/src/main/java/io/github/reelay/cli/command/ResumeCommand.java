package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.watch.WatchRun;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command that goes on with what was not finished, to be copied into a shell. */
final class ResumeCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private final List<String> words = new ArrayList<>();
  private boolean named;
  private @Nullable Path holder;
  private final List<String> secrets = new ArrayList<>();

  /** The command without options, such as {@code watch}. */
  ResumeCommand(String command) {
    words.addAll(List.of("reelay", command));
  }

  /** Adds an option and its value; nothing for null. */
  ResumeCommand with(String option, @Nullable String value) {
    if (value != null) {
      words.addAll(List.of(option, value));
    }
    return this;
  }

  /** Adds an option that has no value, if it was given. */
  ResumeCommand with(String option, boolean given) {
    if (given) {
      words.add(option);
    }
    return this;
  }

  /**
   * Leaves out an option whose value may be a secret; {@link #print} says that it has to be given
   * again.
   */
  ResumeCommand withoutSecret(String option) {
    secrets.add(option);
    return this;
  }

  /** Prints it, if anything is left of a run. */
  void print(WatchRun.End end, CommandContext context) {
    if (end.left().isEmpty()) {
      return;
    }
    String options = String.join(" and ", secrets);
    if (secrets.size() == 1) {
      context.say(options + " is not shown below; give it again");
    } else if (!secrets.isEmpty()) {
      context.say(options + " are not shown below; give them again");
    }
    // In any case with the handles if the file may have lost them.
    context.sayWhole("resume with: " + (end.isBroken() ? of(end.left(), true) : of(end.left())));
  }

  /** Leaves the handles out where the file of {@code --state} holds them. */
  ResumeCommand withoutHandles(boolean without) {
    named = without;
    return this;
  }

  /** Adds the handles nevertheless if that file is missing when the command is printed. */
  ResumeCommand unlessGone(@Nullable Path file) {
    holder = file;
    return this;
  }

  String of(Collection<TaskHandle> unfinished) {
    return of(unfinished, !named || holder != null && !Files.isRegularFile(holder));
  }

  private String of(Collection<TaskHandle> unfinished, boolean withHandles) {
    List<String> all = new ArrayList<>(words);
    if (withHandles) {
      unfinished.forEach(task -> all.add(task.toString()));
    }
    return all.stream().map(ResumeCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
