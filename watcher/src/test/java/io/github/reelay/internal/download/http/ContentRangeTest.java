package io.github.reelay.internal.download.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes 5-9/10, 5, 9, 10",
    "bytes 0-0/1, 0, 0, 1",
    "bytes 5-9/*, 5, 9, -1",
    "bytes */10, -1, -1, 10",
    "' bytes 1-2/999999999999 ', 1, 2, 999999999999"
  })
  void readsWhatTheServerSends(String header, long first, long last, long total) {
    assertThat(ContentRange.parse(header)).isEqualTo(new ContentRange(first, last, total));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes 5-9",
        "bytes 9-5/10",
        "bytes 5-10/10",
        "bytes -1-5/10",
        "items 5-9/10",
        "bytes 5-9/10, bytes 5-9/10",
        "bytes 1-9999999999999999999/*"
      })
  void makesNothingOfTheRest(String header) {
    assertThat(ContentRange.parse(header)).isNull();
  }
}
