package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchPageBuilderTest {
  static Stream<Arguments> refused() {
    return Stream.of(
        refused(page -> page.endedShown(0), "expected endedShown of at least 1, found 0"),
        refused(page -> page.openShown(-1), "expected openShown of at least 1, found -1"),
        refused(page -> page.openPages(-16), "expected openPages of at least 1, found -16"));
  }

  private static Arguments refused(Consumer<WatchPageBuilder> change, String message) {
    return arguments(change, message);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesToShowNothing(Consumer<WatchPageBuilder> change, String message) {
    WatchPageBuilder page = WatchPage.builder(Samples.providers());

    assertThatThrownBy(() -> change.accept(page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
