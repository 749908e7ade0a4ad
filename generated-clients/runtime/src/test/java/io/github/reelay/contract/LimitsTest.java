package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.read;
import static io.github.reelay.contract.Bodies.utf8;
import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String BEYOND = "expected JSON within the limits, found more at byte ";

  /** Every way of passing a value. */
  static Stream<Named<Function<ContractReader, Object>>> readers() {
    return Stream.of(
        reader("text", ContractReader::text),
        reader("word", in -> in.word(Words.of("x"))),
        reader("int64", ContractReader::int64),
        reader("decimal", ContractReader::decimal),
        reader("bool", ContractReader::bool),
        reader("integerTime", ContractReader::integerTime),
        reader("numberTime", ContractReader::numberTime),
        reader("textTime", ContractReader::textTime),
        reader("scalar", ContractReader::scalar),
        reader("error", ContractReader::error),
        reader("any", ContractReader::any),
        reader("list", in -> in.list(ContractReader::text)),
        reader("map", in -> in.map(ContractReader::text)),
        reader("detail", SampleDetail::read),
        reader("undocumented", LimitsTest::pass),
        reader("skip", LimitsTest::skip));
  }

  private static Named<Function<ContractReader, Object>> reader(
      String name, Function<ContractReader, Object> reader) {
    return Named.of(name, reader);
  }

  private static String pass(ContractReader in) {
    in.undocumented();
    return "passed";
  }

  private static String skip(ContractReader in) {
    in.skip();
    return "skipped";
  }

  @Test
  void takesABodyOfOneMebibyteAndNoByteMore() throws UnreadableException {
    String padding = " ".repeat((1 << 20) - "{\"v\":1}".length());

    assertThat(read("{\"v\":1" + padding + "}", ContractReader::int64).value()).isEqualTo(1);
    assertRefused(
        "{\"v\":1 " + padding + "}",
        ContractReader::int64,
        "expected at most 1048576 bytes, found more");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void takes64LevelsAndNotOneMore(Function<ContractReader, Object> reader)
      throws UnreadableException {
    assertThat(value(nested(63), reader).findings().size()).isLessThanOrEqualTo(1);
    assertRefused("{\"v\":" + nested(64) + "}", reader, BEYOND + ("{\"v\":".length() + 64));
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void takesTextOf256KibiAndNoCharacterMore(Function<ContractReader, Object> reader)
      throws UnreadableException {
    int most = 256 << 10;

    assertThat(value(quoted("x".repeat(most)), reader).findings().size()).isLessThanOrEqualTo(2);
    assertRefused("{\"v\":" + quoted("x".repeat(most + 1)) + "}", reader, BEYOND + (most + 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "任", "\\u4efb", "\\n"})
  void countsTheCharactersOfTextAndNotItsBytes(String one) throws UnreadableException {
    int most = 128 << 10;
    String half = "x".repeat(most);

    assertThat(value(quoted(one.repeat(most) + half), LimitsTest::skip).value()).isNotNull();
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> value(quoted(one.repeat(most) + half + "x"), LimitsTest::skip));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[\"%s\"]]", "{\"a\":{\"b\":\"%s\"}}", "[0,{\"a\":[\"%s\"]}]"})
  void measuresTextDeepInsideSkippedMembers(String around) throws UnreadableException {
    int most = 256 << 10;

    assertThat(value(around.formatted("x".repeat(most)), LimitsTest::pass).value()).isNotNull();
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> value(around.formatted("x".repeat(most + 1)), LimitsTest::pass))
        .withMessageStartingWith(BEYOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"%s\":1,\"v\":\"\"}", "{\"v\":{\"%s\":1}}", "{\"v\":[{\"%s\":1}]}"})
  void takesANameOfOneKibibyteAndNoByteMore(String around) throws UnreadableException {
    for (String name : new String[] {"x".repeat(1024), "任".repeat(341) + "x"}) {
      read(around.formatted(name), LimitsTest::pass);
      read(around.formatted(name), ContractReader::any);
      assertThatExceptionOfType(UnreadableException.class)
          .isThrownBy(() -> read(around.formatted(name + "x"), LimitsTest::pass))
          .withMessageStartingWith(BEYOND);
      assertThatExceptionOfType(UnreadableException.class)
          .isThrownBy(() -> read(around.formatted(name + "x"), ContractReader::any))
          .withMessageStartingWith(BEYOND);
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void takesANumberOf64DigitsAndNoDigitMore(Function<ContractReader, Object> reader)
      throws UnreadableException {
    String digits = "1".repeat(64);
    for (String number : new String[] {digits, "-" + digits, "1." + digits.substring(1)}) {
      assertThat(value(number, reader).findings().size()).isLessThanOrEqualTo(2);
      assertRefused(
          "{\"v\":" + number + "1}", reader, BEYOND + (number.length() + "{'v':1".length()));
    }
  }

  @Test
  void countsTheDigitsOfAnExponentAsDigits() throws UnreadableException {
    assertThat(value("-1.5e-" + "0".repeat(61) + "1", ContractReader::decimal).value())
        .isEqualTo(-0.15);
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> value("1.5e+" + "0".repeat(62) + "1", ContractReader::decimal))
        .withMessageStartingWith(BEYOND);
  }

  @Test
  void reads64DigitsExactlyWhereverTheyMayStand() throws UnreadableException {
    String one = "1." + "0".repeat(63);
    String half = "-0." + "5".repeat(63);

    Document<Long> whole = value(one, ContractReader::int64);
    Document<Long> floored = value(half, ContractReader::int64);

    assertThat(whole).isEqualTo(new Document<>(1L, List.of()));
    assertThat(floored.value()).isEqualTo(-1);
    assertThat(Bodies.places(floored)).containsExactly("type-mismatch /v");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void takes50000TokensAndNotOneMore(Function<ContractReader, Object> reader)
      throws UnreadableException {
    // {, name, [, ], } are five
    assertThat(value(zeros(49_995), reader).findings().size()).isLessThanOrEqualTo(100);
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> value(zeros(49_996), reader))
        .withMessageStartingWith(BEYOND);
  }

  private static String zeros(int count) {
    return "[" + "0,".repeat(count - 1) + "0]";
  }

  @Test
  void countsNamesAsTokens() throws UnreadableException {
    assertThat(ContractReader.read(utf8(members(24_999)), SampleTask::read).findings())
        .hasSize(100);
    assertRefusedTask(members(25_000));
  }

  private static void assertRefusedTask(String body) {
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> ContractReader.read(utf8(body), SampleTask::read))
        .withMessageStartingWith(BEYOND);
  }

  @Test
  void makes100FindingsAndNotOneMore() throws UnreadableException {
    assertThat(ContractReader.read(utf8(members(99)), SampleTask::read).findings()).hasSize(99);
    assertThat(ContractReader.read(utf8(members(100)), SampleTask::read).findings()).hasSize(100);
    assertThat(ContractReader.read(utf8(members(101)), SampleTask::read).findings()).hasSize(100);
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> "\"m" + index + "\":0")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static void assertRefused(
      String body, Function<ContractReader, Object> reader, String message) {
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> read(body, reader))
        .withMessage(message)
        .withNoCause();
  }
}
