package io.github.reelay.internal.download.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialFileInfoTest {
  private static final String DATE = "Sat, 21 Nov 2026 00:00:00 GMT";

  @Test
  void isReadAsItWasWritten() {
    PartialFileInfo info = PartialFileInfo.of("\"a\"", DATE, 123).forced(45, 0xffff_ffffL);

    assertThat(PartialFileInfo.parse(info.text())).isEqualTo(info);
    assertThat(PartialFileInfo.parse(PartialFileInfo.of(null, null, -1).text()))
        .isEqualTo(PartialFileInfo.of(null, null, -1));
  }

  @Test
  void isNothingWhereverItIsTorn() {
    String text = PartialFileInfo.of("\"a\"", DATE, 123).text();

    for (int length = 0; length < text.length() - 1; length++) {
      assertThat(PartialFileInfo.parse(text.substring(0, length))).as("%s bytes", length).isNull();
    }
  }

  @Test
  void isNothingWhereverItIsDamaged() {
    String text = PartialFileInfo.of("\"a\"", DATE, 123).forced(45, 67).text();

    for (int at = 0; at < text.length(); at++) {
      String flipped =
          text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
      assertThat(PartialFileInfo.parse(flipped)).as("damaged at %s", at).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reelay-part 1\n\"a\"\n\n123\nend\n", "", "\0\0\0\0", "{}"})
  void isNothingIfItIsOfAnEarlierVersionOrNoneOfOurs(String text) {
    assertThat(PartialFileInfo.parse(text)).isNull();
  }

  @Test
  void prefersTheStrongTagToTheDate() {
    assertThat(PartialFileInfo.of("\"a\"", DATE, 1).validator()).isEqualTo("\"a\"");
    assertThat(PartialFileInfo.of("W/\"a\"", DATE, 1).validator()).isEqualTo(DATE);
    assertThat(PartialFileInfo.of("W/\"a\"", null, 1).validator()).isNull();
    assertThat(PartialFileInfo.of("\"\u0007\"", null, 1).validator()).isNull();
  }

  @Test
  void seesAnotherFile() {
    PartialFileInfo info = PartialFileInfo.of("\"a\"", null, 10);

    assertThat(info.contradicts("\"a\"", DATE, 10)).isFalse();
    assertThat(info.contradicts(null, null, -1)).isFalse();
    assertThat(info.contradicts("\"b\"", null, 10)).isTrue();
    assertThat(info.contradicts("\"a\"", null, 11)).isTrue();
  }

  @Test
  void seesAnotherDateWhereThereAreNotTwoTags() {
    PartialFileInfo dated = PartialFileInfo.of(null, DATE, 10);
    PartialFileInfo tagged = PartialFileInfo.of("\"a\"", DATE, 10);
    String later = "Sat, 21 Nov 2026 00:00:01 GMT";

    assertThat(dated.contradicts("\"a\"", DATE, 10)).isFalse();
    assertThat(dated.contradicts("\"a\"", later, 10)).isTrue();
    assertThat(tagged.contradicts("\"a\"", later, 10)).isFalse();
    assertThat(tagged.contradicts(null, later, 10)).isTrue();
  }
}
