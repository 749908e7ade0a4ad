package io.github.reelay.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps what one logger is given during a test, instead of printing it: a test that provokes a
 * failure asserts its record, and the build shows no stack trace of it.
 */
public final class RecordedLog implements BeforeEachCallback, AfterEachCallback {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Handler handler = new Recorder();

  private RecordedLog(Logger logger) {
    this.logger = logger;
  }

  /** The log of the class that the logger is named after. */
  public static RecordedLog of(Class<?> owner) {
    return new RecordedLog(Logger.getLogger(owner.getName()));
  }

  /** What was logged so far, as {@code WARNING sentence (IOException)}. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logger.setUseParentHandlers(true);
    logger.removeHandler(handler);
  }

  private final class Recorder extends Handler {
    @Override
    public void publish(LogRecord entry) {
      String thrown =
          entry.getThrown() == null
              ? ""
              : " (" + entry.getThrown().getClass().getSimpleName() + ")";
      lines.add(entry.getLevel() + " " + entry.getMessage() + thrown);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
