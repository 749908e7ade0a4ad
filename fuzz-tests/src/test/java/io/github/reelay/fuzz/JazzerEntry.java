package io.github.reelay.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/** What Jazzer calls, in a process of its own whose working directory takes the targets' files. */
public final class JazzerEntry {
  private static FuzzTargets targets;

  private JazzerEntry() {}

  /** Takes the kind of input, and ends this process when the one that started it is gone. */
  public static void fuzzerInitialize(String[] arguments) {
    targets = FuzzTargets.of(arguments[0], Path.of(""));
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
  }

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    targets.take(input);
  }
}
