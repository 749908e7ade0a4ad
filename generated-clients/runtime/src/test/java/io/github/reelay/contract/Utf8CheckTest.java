package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CheckTest {
  /** Names, values, skipped values, and beyond what a small buffer holds. */
  private static final String[] PLACES = {
    "{\"id\":\"%s\"}",
    "{\"id%s\":1}",
    "{\"x\":\"%s\"}",
    "{\"x\":[{\"y\":\"%s\"}]}",
    "{\"x\":{\"%s\":1}}",
    "{\"extra\":{\"%s\":\"z\"}}",
    "{\"x\":\"" + "a".repeat(9000) + "%s\"}",
    "{\"id\":1}%s",
    "%s{\"id\":1}",
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c3",
        "c080",
        "c1bf",
        "c3c3",
        "e4bb",
        "e08080",
        "e09fbf",
        "eda080",
        "edbfbf",
        "eda080edb080",
        "f08080af",
        "f08fbfbf",
        "f09f98",
        "f4908080",
        "f5808080",
        "f880808080",
        "fe",
        "ff",
        "e9",
        "d6d0"
      })
  void refusesWhatIsNoUtf8Anywhere(String hex) {
    for (String place : PLACES) {
      byte[] body = inserted(place, HexFormat.of().parseHex(hex));
      assertThatExceptionOfType(UnreadableException.class)
          .as("%s in %s", hex, place)
          .isThrownBy(() -> ContractReader.read(body, SampleTask::read))
          .withMessage("expected UTF-8, found something else at byte " + wrongByte(place, hex));
    }
  }

  /** The decoder stops at the first sequence that cannot be. */
  private static int wrongByte(String place, String hex) {
    return utf8(place.substring(0, place.indexOf("%s"))).length;
  }

  private static byte[] inserted(String place, byte[] bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(utf8(place.substring(0, place.indexOf("%s"))));
    body.writeBytes(bytes);
    body.writeBytes(utf8(place.substring(place.indexOf("%s") + 2)));
    return body.toByteArray();
  }

  @Test
  void readsEveryCharacterOfUnicode() throws UnreadableException {
    StringBuilder all = new StringBuilder();
    for (int character = 0xA0; character <= Character.MAX_CODE_POINT; character += 97) {
      if (Character.getType(character) != Character.SURROGATE) {
        all.appendCodePoint(character);
      }
    }
    byte[] body = utf8("{\"id\":\"" + all + "\"}");

    assertThat(ContractReader.read(body, SampleTask::read).value().id()).isEqualTo(all.toString());
  }
}
