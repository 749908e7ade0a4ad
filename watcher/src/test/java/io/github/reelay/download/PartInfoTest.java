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

    assertThat(info.contradicts("\"a\"", DATE, 10)).isFalse();
    assertThat(info.contradicts(null, null, -1)).isFalse();
    assertThat(info.contradicts("\"b\"", null, 10)).isTrue();
    assertThat(info.contradicts("\"a\"", null, 11)).isTrue();
  }

  @Test
  void seesAnotherDateWhereThereAreNotTwoTags() {
    PartInfo dated = new PartInfo(null, DATE, 10);
    PartInfo tagged = new PartInfo("\"a\"", DATE, 10);
    String later = "Sat, 21 Nov 2026 00:00:01 GMT";

    assertThat(dated.contradicts("\"a\"", DATE, 10)).isFalse();
    assertThat(dated.contradicts("\"a\"", later, 10)).isTrue();
    assertThat(tagged.contradicts("\"a\"", later, 10)).isFalse();
    assertThat(tagged.contradicts(null, later, 10)).isTrue();
  }
}
