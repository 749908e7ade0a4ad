package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.reelay.provider.Providers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no downloader can be set to. */
class DownloaderBuilderTest {

  static Stream<Arguments> settings() {
    return Stream.of(
        refused(builder -> builder.concurrency(0), "expected concurrency of at least 1, found 0"),
        refused(builder -> builder.maxBytes(0), "expected maxBytes of at least 1, found 0"),
        refused(
            builder -> builder.minBytesPerSecond(-1),
            "expected minBytesPerSecond of at least 0, found -1"),
        refused(
            builder -> builder.maxRetriesWithoutProgress(0),
            "expected maxRetriesWithoutProgress of at least 1, found 0"),
        refused(
            builder -> builder.stallTimeout(Duration.ZERO),
            "expected stallTimeout of more than zero and at most a day, found PT0S"),
        refused(
            builder -> builder.stallTimeout(Duration.ofHours(25)),
            "expected stallTimeout of more than zero and at most a day, found PT25H"),
        refused(
            builder -> builder.gracePeriod(Duration.ofSeconds(-1)),
            "expected gracePeriod from 0 to a day, found PT-1S"));
  }

  private static Arguments refused(Consumer<DownloaderBuilder> setting, String message) {
    return arguments(setting, message);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("settings")
  void refusesWhatIsOutOfRange(Consumer<DownloaderBuilder> setting, String message) {
    try (Providers providers = Providers.discover()) {
      DownloaderBuilder builder = Downloader.builder(providers);

      assertThatThrownBy(() -> setting.accept(builder))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }
}
