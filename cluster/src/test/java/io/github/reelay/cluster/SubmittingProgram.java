package io.github.reelay.cluster;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Submits tasks from several threads until it is killed, and notes each that was accepted. */
final class SubmittingProgram {
  private static final int THREADS = 4;
  private static final int TOGETHER = 10;

  private SubmittingProgram() {}

  /** The URL of the database, the file of notes, and the first part of each id. */
  public static void main(String[] arguments) {
    ClusterTasks tasks = ClusterTasks.open(arguments[0]);
    Path accepted = Path.of(arguments[1]);
    for (int i = 0; i < THREADS; i++) {
      String prefix = arguments[2] + "-" + i + "-";
      new Thread(() -> submit(tasks, accepted, prefix)).start();
    }
  }

  private static void submit(ClusterTasks tasks, Path accepted, String prefix) {
    for (int next = 0; true; ) {
      List<TaskHandle> some = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        some.add(new TaskHandle("toapis", prefix + next++));
      }
      tasks.submitAll(some);
      note(accepted, some.stream().map(each -> each + "\n").collect(Collectors.joining()));
    }
  }

  private static void note(Path accepted, String lines) {
    try {
      Files.writeString(accepted, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
