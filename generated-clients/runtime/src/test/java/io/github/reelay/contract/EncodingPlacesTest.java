package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingPlacesTest {

  @DisplayName("A byte that UTF-8 forbids is found wherever it stands, in a body of any length")
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 8, 9, 15, 16, 17, 31, 64})
  void findsEachPlace(int length) throws UnreadableException {
    byte[] body = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
    Utf8Check.check(body);
    for (int at = 0; at < length; at++) {
      byte[] broken = body.clone();
      broken[at] = (byte) 0x80;

      assertThatThrownBy(() -> Utf8Check.check(broken))
          .isInstanceOf(UnreadableException.class)
          .hasMessage("expected UTF-8, found something else at byte " + at);
    }
    assertThat(body).containsOnly(' ');
  }
}
