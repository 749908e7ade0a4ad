package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.DurationParser;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * A length of time as it was given.
 *
 * @param text as it is repeated in the command that goes on
 * @param duration more than zero, a year at most
 */
record DurationOption(String text, Duration duration) {

  private static DurationOption parse(String option, String text) {
    return new DurationOption(text, DurationParser.parse(option, text));
  }

  static @Nullable String text(@Nullable DurationOption given) {
    return given == null ? null : given.text;
  }

  static @Nullable Duration duration(@Nullable DurationOption given) {
    return given == null ? null : given.duration;
  }

  /**
   * One converter for each option, since picocli does not say which option a value belongs to, and
   * the message of a wrong one names it.
   */
  static final class Timeout implements ITypeConverter<DurationOption> {
    static final String OPTION = "--timeout";

    @Override
    public DurationOption convert(String text) {
      return parse(OPTION, text);
    }
  }

  static final class Every implements ITypeConverter<DurationOption> {
    static final String OPTION = "--every";

    @Override
    public DurationOption convert(String text) {
      return parse(OPTION, text);
    }
  }
}
