package io.github.reelay.cli.terminal;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Whether standard output is a terminal. Java does not know; every POSIX shell does. */
final class StdoutTerminal implements BooleanSupplier {
  @Override
  public boolean getAsBoolean() {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 1").inheritIO().start().waitFor() == 0;
    } catch (IOException noShell) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
