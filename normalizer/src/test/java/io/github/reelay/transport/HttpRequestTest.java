package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRequestTest {
  private static final URI TARGET = URI.create("https://provider.example/");

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1, 'deadline of more than zero, found PT0S'",
    "PT-1S, 1, 'deadline of more than zero, found PT-1S'",
    "PT1S, 0, 'maxBytes of at least 1, found 0'",
    "PT1S, -7, 'maxBytes of at least 1, found -7'",
  })
  void refusesBoundsThatLeaveNothing(Duration deadline, int maxBytes, String refused) {
    assertThatThrownBy(() -> new HttpRequest(TARGET, Map.of(), deadline, maxBytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected " + refused);
  }
}
