package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartInfoTest {
  private static final String DATE = "Sat, 21 Nov 2026 00:00:00 GMT";

  @Test
  void isReadAsItWasWritten() {
    PartInfo info = new PartInfo("\"a\"", DATE, 123);

    assertThat(PartInfo.parse(info.text())).isEqualTo(info);
    assertThat(PartInfo.parse(new PartInfo(null, null, -1).text()))
        .isEqualTo(new PartInfo(null, null, -1));
  }

  @Test
  void isNothingWhereverItIsTorn() {
    String text = new PartInfo("\"a\"", DATE, 123).text();

    for (int length = 0; length < text.length() - 1; length++) {
      assertThat(PartInfo.parse(text.substring(0, length))).as("%s bytes", length).isNull();
    }
  }

  @Test
  void prefersTheStrongTagToTheDate() {
    assertThat(PartInfo.of("\"a\"", DATE, 1).validator()).isEqualTo("\"a\"");
    assertThat(PartInfo.of("W/\"a\"", DATE, 1).validator()).isEqualTo(DATE);
    assertThat(PartInfo.of("W/\"a\"", null, 1).validator()).isNull();
    assertThat(PartInfo.of("\"\u0007\"", null, 1).validator()).isNull();
  }

  @Test
  void seesAnotherFile() {
    PartInfo info = new PartInfo("\"a\"", null, 10);

    assertThat(info.contradicts("\"a\"", 10)).isFalse();
    assertThat(info.contradicts(null, -1)).isFalse();
    assertThat(info.contradicts("\"b\"", 10)).isTrue();
    assertThat(info.contradicts("\"a\"", 11)).isTrue();
  }
}
