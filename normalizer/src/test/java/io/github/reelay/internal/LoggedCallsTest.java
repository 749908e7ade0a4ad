package io.github.reelay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoggedCallsTest {
  private final RecordedLogger log = new RecordedLogger();
  private final LoggedCalls calls = new LoggedCalls(log, "the listener for");

  @Test
  void logsNothingOfACallThatReturns() {
    List<String> called = new ArrayList<>();

    calls.run("toapis:1", () -> called.add("once"));

    assertThat(called).containsExactly("once");
    assertThat(log.lines).isEmpty();
  }

  static List<Throwable> thrown() {
    return List.of(
        new IllegalStateException("broken"), new AssertionError("wrong"), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void logsWhatACallThrows(Throwable thrown) {
    calls.run("toapis:1", () -> sneak(thrown));

    assertThat(log.lines)
        .containsExactly(
            "WARNING expected the listener for toapis:1 to return, found an exception");
    assertThat(log.thrown).containsExactly(thrown);
  }

  private static void sneak(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static final class RecordedLogger implements System.Logger {
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable cause) {
      lines.add(level + " " + message);
      thrown.add(cause);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(level + " " + format);
    }
  }
}
