package io.github.reelay.cli.watch;

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
public final class ResumeCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private final List<String> words = new ArrayList<>();
  private boolean named;
  private @Nullable Path holder;
  private final List<String> secrets = new ArrayList<>();

  /** The command without options, such as {@code watch}. */
  public ResumeCommand(String command) {
    words.addAll(List.of("reelay", command));
  }

  /** The same with an option, if it was given. */
  public ResumeCommand with(String option, @Nullable String value) {
    if (value != null) {
      words.addAll(List.of(option, value));
    }
    return this;
  }

  /** The same with an option that has no value, if it was given. */
  public ResumeCommand with(String option, boolean given) {
    if (given) {
      words.add(option);
    }
    return this;
  }

  /** The same without an option that was given, because its value may be a secret. */
  public ResumeCommand withoutSecret(String option) {
    secrets.add(option);
    return this;
  }

  /** Which options have to be given again; null if there are none. */
  @Nullable String hint() {
    String options = String.join(" and ", secrets);
    return switch (secrets.size()) {
      case 0 -> null;
      case 1 -> options + " is not shown below; give it again";
      default -> options + " are not shown below; give them again";
    };
  }

  /** The same without handles, if a file that an option names holds them. */
  public ResumeCommand withoutHandles(boolean without) {
    named = without;
    return this;
  }

  /** The same with the handles if that file is gone when the command is printed. */
  public ResumeCommand unlessGone(@Nullable Path file) {
    holder = file;
    return this;
  }

  String of(Collection<TaskHandle> unfinished) {
    return of(unfinished, !named || holder != null && !Files.isRegularFile(holder));
  }

  /** With the handles in any case, because the file may have lost them. */
  String withHandles(Collection<TaskHandle> unfinished) {
    return of(unfinished, true);
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
