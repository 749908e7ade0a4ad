package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.sentences;
import static io.github.reelay.contract.Bodies.utf8;
import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and numbers that are longer than what is read. */
class LongValuesTest {
  private static final String LONG_TEXT = "ignored-value: the text has more than 262144 characters";
  private static final String LONG_NUMBER = "ignored-value: the number has more than 64 digits";
  private static final int MOST = 256 << 10;

  static Stream<Named<Function<ContractReader, Object>>> scalars() {
    return BodyLimitsTest.scalars();
  }

  static Stream<Named<Function<ContractReader, Object>>> readers() {
    return BodyLimitsTest.readers();
  }

  @ParameterizedTest
  @MethodSource("readers")
  void takesTextOf256Kibi(Function<ContractReader, Object> reader) throws UnreadableException {
    assertThat(sentences(value(quoted("x".repeat(MOST)), reader))).doesNotContain(LONG_TEXT);
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void aLongerDeclaredTextIsAbsent(Function<ContractReader, Object> reader)
      throws UnreadableException {
    for (int length : new int[] {MOST + 1, 330_000, 1_300_000, (8 << 20) - 10}) {
      Decoded<Object> decoded = value(quoted("x".repeat(length)), reader);

      assertThat(decoded.value()).isNull();
      assertThat(sentences(decoded)).containsExactly(LONG_TEXT);
      assertThat(decoded.findings()).extracting(Finding::pointer).containsExactly("/v");
    }
  }

  @Test
  void aLongerTextThatIsSkippedIsNoFinding() throws UnreadableException {
    String text = quoted("x".repeat(4 << 20));

    assertThat(value(text, BodyLimitsTest::skip)).isEqualTo(new Decoded<>("skipped", List.of()));
    assertThat(Bodies.places(value(text, BodyLimitsTest::pass)))
        .containsExactly("undocumented-field /v");
    assertThat(sentences(value(text, in -> in.list(ContractReader::text))))
        .containsExactly("type-mismatch: expected an array, found text");
  }

  @Test
  void whatStandsAroundALongTextIsRead() throws UnreadableException {
    String image = quoted("data:image/png;base64," + "A".repeat(330_000));
    String body =
        "{\"images\":[\"a\"," + image + ",null,\"b\"],\"param\":" + image + ", \"id\" :\"x\"}";

    Decoded<SampleTask> task = ContractReader.read(utf8(body), SampleTask::read);

    assertThat(task.value().images()).containsExactly("a", null, null, "b");
    assertThat(task.value().id()).isEqualTo("x");
    assertThat(Bodies.places(task))
        .containsExactly("ignored-value /images/1", "undocumented-field /param");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "任", "\\u4efb", "\\n", "\\\"", "\\\\", "\\/"})
  void countsTheCharactersOfTextAndNotItsBytes(String one) throws UnreadableException {
    String half = one.repeat(MOST / 2) + "x".repeat(MOST / 2);

    assertThat(value(quoted(half), ContractReader::text).value()).hasSize(MOST);
    assertThat(sentences(value(quoted(half + "x"), ContractReader::text)))
        .containsExactly(LONG_TEXT);
    assertThat(sentences(value(quoted(half + one), ContractReader::text)))
        .containsExactly(LONG_TEXT);
  }

  @Test
  void countsACharacterBeyondTheBasicPlaneAsTwo() throws UnreadableException {
    String half = "🎬".repeat(MOST / 2);

    assertThat(value(quoted(half), ContractReader::text).value()).hasSize(MOST);
    assertThat(sentences(value(quoted(half + "x"), ContractReader::text)))
        .containsExactly(LONG_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\uFEFF %s", "\n{\"é任🎬\":[1, \"\"] ,\"w\":%s"})
  void measuresFromTheRightByte(String beginning) throws UnreadableException {
    String form = beginning.replace("%s", beginning.contains("w") ? "0,%s" : "{%s");
    for (String space : new String[] {"", " ", " \r\n\t"}) {
      String member = "\"v\"" + space + ":" + space + "\"";
      String fits = form.formatted(member + "x".repeat(MOST) + "\"}");
      String longer = form.formatted(member + "x".repeat(MOST + 1) + "\"}");

      assertThat(Bodies.read(fits, ContractReader::text).value()).hasSize(MOST);
      assertThat(Bodies.read(longer, ContractReader::text).value()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\q", "\n", "\\u12g4", "\\ud8", "\\"})
  void aLongTextMustBeJsonToo(String wrong) {
    String text = "x".repeat(MOST * 2) + wrong;
    for (String rest : new String[] {"", "\"", "\"}"}) {
      byte[] body = utf8("{\"v\":\"" + text + rest);
      for (Function<ContractReader, Object> reader :
          List.<Function<ContractReader, Object>>of(ContractReader::text, BodyLimitsTest::pass)) {
        assertThatExceptionOfType(UnreadableException.class)
            .isThrownBy(() -> Bodies.read(body, reader))
            .withMessageStartingWith("expected ");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void readsANumberOf64DigitsAndNoDigitMore(Function<ContractReader, Object> reader)
      throws UnreadableException {
    String digits = "1".repeat(64);
    for (String number : new String[] {digits, "-" + digits, "1." + digits.substring(1)}) {
      assertThat(sentences(value(number, reader))).doesNotContain(LONG_NUMBER);

      Decoded<Object> longer = value(number + "1", reader);

      assertThat(longer.value()).isNull();
      assertThat(sentences(longer)).containsExactly(LONG_NUMBER);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000, 300_000, (8 << 20) - 10})
  void skipsANumberOfAnyLength(int digits) throws UnreadableException {
    String number = "1".repeat(digits);

    assertThat(value(number, BodyLimitsTest::skip)).isEqualTo(new Decoded<>("skipped", List.of()));
    assertThat(sentences(value(number, ContractReader::any))).containsExactly(LONG_NUMBER);
    assertThat(sentences(value("[0.5," + number.substring(5) + "]", ContractReader::any)))
        .isEqualTo(digits < 70 ? List.of() : List.of(LONG_NUMBER));
  }

  @Test
  void countsTheDigitsOfAnExponentAsDigits() throws UnreadableException {
    assertThat(value("-1.5e-" + "0".repeat(61) + "1", ContractReader::decimal).value())
        .isEqualTo(-0.15);
    assertThat(sentences(value("1.5e+" + "0".repeat(62) + "1", ContractReader::decimal)))
        .containsExactly(LONG_NUMBER);
  }

  @Test
  void reads64DigitsExactlyWhereverTheyMayStand() throws UnreadableException {
    String one = "1." + "0".repeat(63);
    String half = "-0." + "5".repeat(63);

    Decoded<Long> whole = value(one, ContractReader::int64);
    Decoded<Long> floored = value(half, ContractReader::int64);
    Decoded<AnyValue> any = value("9".repeat(64), ContractReader::any);

    assertThat(whole).isEqualTo(new Decoded<>(1L, List.of()));
    assertThat(floored.value()).isEqualTo(-1);
    assertThat(Bodies.places(floored)).containsExactly("type-mismatch /v");
    assertThat(any.value().value()).isEqualTo(new BigInteger("9".repeat(64)));
  }

  @Test
  void holdsNothingOfALongText() throws UnreadableException {
    byte[] body = utf8("{\"v\":" + quoted("x".repeat(8_000_000)) + ",\"w\":[\"y\"]}");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (Function<ContractReader, Object> reader :
        List.<Function<ContractReader, Object>>of(
            ContractReader::text,
            ContractReader::any,
            BodyLimitsTest::pass,
            BodyLimitsTest::skip)) {
      Bodies.read(body, reader);
      long before = threads.getCurrentThreadAllocatedBytes();

      Bodies.read(body, reader);

      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000);
    }
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
