package io.github.reelay.cli;

import io.github.reelay.cli.terminal.CommandContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Prints what the library logs as the command prints everything else: one sentence on standard
 * error. The JDK's logging makes one of these when the first line is logged.
 */
public final class CommandLogs {
  /** Called by the JDK's logging, which then reads no configuration of its own. */
  public CommandLogs() {
    Logger.getLogger("").addHandler(new Sentences());
  }

  private static final class Sentences extends Handler {
    private final PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
        Throwable thrown = line.getThrown();
        err.print(
            CommandContext.harmless(
                    "warning: "
                        + line.getMessage()
                        + (thrown == null ? "" : ": " + thrown.getClass().getName()))
                + "\n");
        err.flush();
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {
      err.flush();
    }
  }
}
