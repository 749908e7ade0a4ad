package io.github.reelay.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short cut for times must give what the formatter gives, or leave the text to it. */
class IsoInstantTest {
  private final Random random = new Random(9999);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-10-06T15:10:26Z",
        "2025-10-06T15:10:26.8Z",
        "2025-10-06T15:10:26.Z",
        "2025-10-06T15:10:26.875729Z",
        "2025-10-06T15:10:26.875729999Z",
        "2024-02-29T23:59:59.999999999Z",
        "2000-02-29T00:00:00Z",
        "1969-12-31T23:59:59.999999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z"
      })
  void readsTheUsualSpelling(String text) {
    assertThat(IsoInstant.parse(text)).isNotNull().isEqualTo(IsoText.ofIso(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2025-10-06T15:10Z",
        "2025-10-06T15:10:26",
        "2025-10-06T15:10:26,5Z",
        "2025-10-06T15:10:26.1234567890Z",
        "2025-10-06t15:10:26z",
        "2025-10-06 15:10:26Z",
        "2025-10-06T15:10:26+Z",
        "2025-10-06T15:10:26.5+00:00",
        "2025-1a-06T15:10:26Z",
        "2025-10-06T15:10:2٣Z",
        "2025-00-06T15:10:26Z",
        "2025-13-06T15:10:26Z",
        "2025-10-00T15:10:26Z",
        "2025-10-32T15:10:26Z",
        "2025-09-31T15:10:26Z",
        "2025-02-29T15:10:26Z",
        "1900-02-29T15:10:26Z",
        "2025-10-06T24:00:00Z",
        "2025-10-06T15:60:26Z",
        "2025-10-06T15:10:60Z",
        "-025-10-06T15:10:26Z",
        "+2025-10-06T15:10:26Z"
      })
  void leavesOtherSpellingsToTheFormatter(String text) {
    assertThat(IsoInstant.parse(text)).isNull();
  }

  @Test
  void agreesWithTheFormatterOnTheEndOfEveryMonth() {
    for (int year = 1896; year < 2005; year++) {
      for (int month = 1; month <= 12; month++) {
        for (int day = 28; day <= 32; day++) {
          String text = "%04d-%02d-%02dT15:10:26Z".formatted(year, month, day);
          assertThat(IsoInstant.parse(text)).as(text).isEqualTo(IsoText.ofIso(text));
        }
      }
    }
  }

  @Test
  void agreesWithTheFormatterOnRandomTimes() {
    for (int round = 0; round < 20_000; round++) {
      String text =
          Instant.ofEpochSecond(random.nextLong(253_402_300_800L), random.nextInt(1_000_000_000))
              .toString();
      assertThat(IsoInstant.parse(text)).isNotNull();
      assertAgrees(text);
      assertAgrees(withOneCharacterChanged(text));
    }
  }

  private String withOneCharacterChanged(String text) {
    StringBuilder changed = new StringBuilder(text);
    changed.setCharAt(
        random.nextInt(text.length()), "0123456789-:.TZ+ a".charAt(random.nextInt(18)));
    return changed.toString();
  }

  private static void assertAgrees(String text) {
    Instant quick = IsoInstant.parse(text);
    if (quick != null) {
      assertThat(quick).as(text).isEqualTo(IsoText.ofIso(text));
    }
  }
}
