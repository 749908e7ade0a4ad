package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableBodyTest {
  @Test
  void refusesARealBodyCutAnywhere() {
    byte[] whole = utf8(Bodies.TASK);

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(UnreadableException.class)
          .as("%d bytes", length)
          .isThrownBy(() -> ContractReader.read(cut, SampleTask::read))
          .withNoCause();
    }
  }

  @Test
  void readsTheSameBodyWhole() throws UnreadableException {
    Decoded<SampleTask> task = ContractReader.read(utf8(Bodies.TASK), SampleTask::read);

    assertThat(task.value().error().message()).isEqualTo("kein Gerät 任务 任");
    assertThat(Bodies.places(task))
        .containsExactly(
            "undocumented-field /detail/inner/more",
            "type-mismatch /progress",
            "undocumented-field /unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                      | expected one JSON object, found nothing
          ` `                     | expected one JSON object, found nothing
          `\r\n\t`                | expected one JSON object, found nothing
          []                      | expected one JSON object, found an array
          [{"id":"s3cret"}]       | expected one JSON object, found an array
          "s3cret"                | expected one JSON object, found text
          17                      | expected one JSON object, found an integer
          1.5                     | expected one JSON object, found a decimal number
          true                    | expected one JSON object, found a boolean
          null                    | expected one JSON object, found null
          <html>s3cret</html>     | expected JSON, found something else at byte 1
          s3cret                  | expected JSON, found something else at byte 6
          {"id":"s3cret           | expected a complete JSON object, found its beginning
          {"id":"x"}{}            | expected the end after one JSON object, found an object
          {"id":"x"} "s3cret"     | expected the end after one JSON object, found text
          {"id":"x"}}             | expected JSON, found something else at byte 11
          {"id":"x"},             | expected JSON, found something else at byte 11
          {"id":"x"}<!-- 1 -->    | expected JSON, found something else at byte 11
          {"id":s3cret}           | expected JSON, found something else at byte 13
          {"x":s3cret}            | expected JSON, found something else at byte 12
          {"x":[1,{"y":s3cret}]}  | expected JSON, found something else at byte 20
          {"id" "x"}              | expected JSON, found something else at byte 7
          {"id":"x",}             | expected JSON, found something else at byte 11
          {"id":"x" "y":1}        | expected JSON, found something else at byte 11
          {"x":[1 2]}             | expected JSON, found something else at byte 9
          {"x":[1,2}}             | expected JSON, found something else at byte 10
          {id:"x"}                | expected JSON, found something else at byte 2
          {'id':"x"}              | expected JSON, found something else at byte 2
          {"id":'x'}              | expected JSON, found something else at byte 7
          {"id":"x"/* no */}      | expected JSON, found something else at byte 10
          {"id":"x"// no}         | expected JSON, found something else at byte 10
          {"ratio":NaN}           | expected JSON, found something else at byte 12
          {"x":NaN}               | expected JSON, found something else at byte 8
          {"ratio":Infinity}      | expected JSON, found something else at byte 17
          {"ratio":-Infinity}     | expected JSON, found something else at byte 18
          {"ratio":+1}            | expected JSON, found something else at byte 11
          {"ratio":.5}            | expected JSON, found something else at byte 10
          {"ratio":5.}            | expected JSON, found something else at byte 12
          {"ratio":05}            | expected JSON, found something else at byte 10
          {"ratio":0x5}           | expected JSON, found something else at byte 11
          {"ratio":1e}            | expected JSON, found something else at byte 12
          {"done":True}           | expected JSON, found something else at byte 13
          {"id":"\\q"}            | expected JSON, found something else at byte 9
          {"id":"\\u12g4"}        | expected JSON, found something else at byte 12
          {"x":"\\q"}             | expected JSON, found something else at byte 8
          """)
  void refusesWhatIsNotOneJsonObject(String body, String message) {
    assertRefused(utf8(body), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "x", "extra"})
  void refusesRawControlCharactersInText(String name) {
    for (char control = 0; control < ' '; control++) {
      byte[] body = utf8("{\"" + name + "\":\"" + control + "\"}");
      assertThatExceptionOfType(UnreadableException.class)
          .as("U+%04X", (int) control)
          .isThrownBy(() -> ContractReader.read(body, SampleTask::read))
          .withMessageStartingWith("expected JSON, found something else at byte ");
    }
  }

  @Test
  void skipsAByteOrderMark() throws UnreadableException {
    byte[] body = utf8("\uFEFF{\"id\":\"x\"}");

    assertThat(ContractReader.read(body, SampleTask::read).value().id()).isEqualTo("x");
    assertRefused(utf8("\uFEFF"), "expected one JSON object, found nothing");
    assertRefused(
        utf8("\uFEFF\uFEFF{\"id\":\"x\"}"), "expected JSON, found something else at byte 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void refusesOtherEncodings(String charset) {
    byte[] bare = "{\"id\":\"x\"}".getBytes(Charset.forName(charset));
    byte[] marked = "\uFEFF{\"id\":\"x\"}".getBytes(Charset.forName(charset));

    assertRefused(bare, "expected UTF-8, found another encoding");
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> ContractReader.read(marked, SampleTask::read))
        .withMessageStartingWith("expected UTF-8, found ");
  }

  private static void assertRefused(byte[] body, String message) {
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> ContractReader.read(body, SampleTask::read))
        .withMessage(message)
        .withNoCause();
  }
}
