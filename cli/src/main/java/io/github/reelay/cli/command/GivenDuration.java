package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.Durations;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * A length of time as it was given.
 *
 * @param text as it is repeated in the command that goes on
 * @param duration what it means
 */
record GivenDuration(String text, Duration duration) {

  private static GivenDuration parse(String option, String text) {
    return new GivenDuration(text, Objects.requireNonNull(Durations.parse(option, text)));
  }

  static @Nullable String text(@Nullable GivenDuration given) {
    return given == null ? null : given.text;
  }

  static @Nullable Duration duration(@Nullable GivenDuration given) {
    return given == null ? null : given.duration;
  }

  /** Reads the value of {@code --timeout}. */
  static final class Timeout implements ITypeConverter<GivenDuration> {
    static final String OPTION = "--timeout";

    @Override
    public GivenDuration convert(String text) {
      return parse(OPTION, text);
    }
  }

  /** Reads the value of {@code --every}. */
  static final class Every implements ITypeConverter<GivenDuration> {
    static final String OPTION = "--every";

    @Override
    public GivenDuration convert(String text) {
      return parse(OPTION, text);
    }
  }
}
