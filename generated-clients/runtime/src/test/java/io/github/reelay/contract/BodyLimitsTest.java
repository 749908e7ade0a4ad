package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.read;
import static io.github.reelay.contract.Bodies.utf8;
import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is larger than what is read is absent, and what nobody reads may be of any size. */
class BodyLimitsTest {
  private static final String BEYOND = "expected JSON within the limits, found more at byte ";
  private static final String TOO_DEEP = "ignored-value: nested more than 64 levels deep";
  private static final String TOO_MANY =
      "ignored-value: lists and maps have more than 50000 elements in all";
  private static final String LONG_NAME =
      "undocumented-field: a member's name has more than 1024 characters";

  /** Every way of passing a scalar that the contract declares. */
  static Stream<Named<Function<ContractReader, Object>>> scalars() {
    return Stream.of(
        reader("text", ContractReader::text),
        reader("word", in -> in.knownValue(KnownValues.of("x"))),
        reader("int64", ContractReader::int64),
        reader("decimal", ContractReader::decimal),
        reader("bool", ContractReader::bool),
        reader("integerTime", ContractReader::integerTime),
        reader("numberTime", ContractReader::numberTime),
        reader("textTime", ContractReader::textTime),
        reader("scalar", ContractReader::scalar),
        reader("error", ContractReader::error),
        reader("any", ContractReader::any));
  }

  /** Every way of passing a value. */
  static Stream<Named<Function<ContractReader, Object>>> readers() {
    return Stream.concat(
        scalars(),
        Stream.of(
            reader("list", in -> in.list(ContractReader::text)),
            reader("map", in -> in.map(ContractReader::text)),
            reader("detail", SampleDetail::read),
            reader("undocumented", BodyLimitsTest::pass),
            reader("skip", BodyLimitsTest::skip)));
  }

  private static Named<Function<ContractReader, Object>> reader(
      String name, Function<ContractReader, Object> reader) {
    return Named.of(name, reader);
  }

  static String pass(ContractReader in) {
    in.undocumented();
    return "passed";
  }

  static String skip(ContractReader in) {
    in.skip();
    return "skipped";
  }

  @Test
  void takesABodyOfEightMebibytesAndNoByteMore() throws UnreadableException {
    String padding = " ".repeat((8 << 20) - "{\"v\":1}".length());

    assertThat(read("{\"v\":1" + padding + "}", ContractReader::int64).value()).isEqualTo(1);
    assertRefused(
        "{\"v\":1 " + padding + "}",
        ContractReader::int64,
        "expected at most 8388608 bytes, found more");
  }

  @Test
  void reads64LevelsAndNotOneMore() throws UnreadableException {
    Decoded<AnyValue> most = value(nested(63), ContractReader::any);
    Decoded<AnyValue> deeper = value(nested(64), ContractReader::any);

    assertThat(most.findings()).isEmpty();
    assertThat(most.value().value()).hasToString(nested(63));
    assertThat(Bodies.sentences(deeper)).containsExactly(TOO_DEEP);
    assertThat(deeper.value().value()).hasToString("[".repeat(63) + "null" + "]".repeat(63));
  }

  @Test
  void readsMembersBehindAndInFrontOfWhatIsTooDeep() throws UnreadableException {
    String deep = "{\"a\":".repeat(63) + "{\"b\":1}" + "}".repeat(63);
    String body = "{\"id\":\"x\",\"extra\":" + deep + ",\"detail\":{\"name\":\"y\"}}";

    Decoded<SampleTask> task = ContractReader.read(utf8(body), SampleTask::read);

    assertThat(task.value().id()).isEqualTo("x");
    assertThat(task.value().detail().name()).isEqualTo("y");
    assertThat(Bodies.places(task)).containsExactly("ignored-value /extra" + "/a".repeat(63));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void skips10000LevelsAndNotOneMore(Function<ContractReader, Object> reader)
      throws UnreadableException {
    assertThat(value(nested(9_999), reader).findings().size()).isLessThanOrEqualTo(1);
    assertRefused("{\"v\":" + nested(10_000) + "}", reader, BEYOND + ("{\"v\":".length() + 10_000));
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "任%s", "\\u4efb%s", "\\n%s"})
  void readsANameOf1024CharactersAndNoneMore(String form) throws UnreadableException {
    String most = form.formatted("x".repeat(1023 + (form.equals("%s") ? 1 : 0)));

    Decoded<AnyValue> kept = value("{\"" + most + "\":1,\"b\":2}", ContractReader::any);
    Decoded<AnyValue> longer = value("{\"" + most + "x\":1,\"b\":2}", ContractReader::any);

    assertThat(kept.findings()).isEmpty();
    assertThat((Map<?, ?>) kept.value().value()).hasSize(2);
    assertThat(longer.value().value()).isEqualTo(Map.of("b", 2));
    assertThat(longer.findings()).extracting(Finding::pointer).containsExactly("/v");
    assertThat(Bodies.sentences(longer)).containsExactly(LONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_025, 60_000, 70_000, 1 << 20, (8 << 20) - 200})
  void skipsAMemberWhoseNameIsLong(int length) throws UnreadableException {
    String name = "n".repeat(length);
    String detail = "{\"name\":\"y\",\"" + name + "\":{\"a\":[1,{\"b\":2}]},\"size\":3}";

    Decoded<SampleTask> task =
        ContractReader.read(
            utf8("{\"id\":\"x\",\"detail\":" + detail + ",\"done\":true}"), SampleTask::read);

    assertThat(task.value().id()).isEqualTo("x");
    assertThat(task.value().detail()).isEqualTo(new SampleDetail("y", 3L, null));
    assertThat(task.value().done()).isTrue();
    assertThat(Bodies.places(task)).containsExactly("undocumented-field /detail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":{\"%s\":1}}", "[{\"%s\":[]}]"})
  void skipsALongNameInsideWhatIsSkipped(String around) throws UnreadableException {
    Decoded<String> decoded = value(around.formatted("n".repeat(5_000)), BodyLimitsTest::pass);

    assertThat(Bodies.places(decoded)).containsExactly("undocumented-field /v");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void skipsTokensWithoutEnd(Function<ContractReader, Object> reader) throws UnreadableException {
    assertThat(value(zeros(100_000), reader).findings().size()).isLessThanOrEqualTo(100);
    assertThat(value(zeros(4_000_000), BodyLimitsTest::pass).value()).isEqualTo("passed");
  }

  private static String zeros(int count) {
    return "[" + "0,".repeat(count - 1) + "0]";
  }

  @Test
  void keeps50000ElementsAndNotOneMore() throws UnreadableException {
    Decoded<List<Long>> most = value(zeros(50_000), in -> in.list(ContractReader::int64));
    Decoded<List<Long>> longer = value(zeros(60_000), in -> in.list(ContractReader::int64));

    assertThat(most.value()).hasSize(50_000);
    assertThat(most.findings()).isEmpty();
    assertThat(longer.value()).hasSize(50_000);
    assertThat(longer.findings()).extracting(Finding::pointer).containsExactly("/v/50000");
    assertThat(Bodies.sentences(longer)).containsExactly(TOO_MANY);
  }

  @Test
  void countsTheElementsOfAllListsAndMapsTogether() throws UnreadableException {
    String body = "{\"v\":{\"a\":" + zeros(30_000) + ",\"b\":" + zeros(30_000) + ",\"c\":1}}";

    Decoded<AnyValue> decoded = read(body, ContractReader::any);

    Map<?, ?> members = (Map<?, ?>) decoded.value().value();
    assertThat((List<?>) members.get("a")).hasSize(30_000);
    assertThat((List<?>) members.get("b")).hasSize(19_998);
    assertThat(members.get("c")).isNull();
    assertThat(decoded.findings()).extracting(Finding::pointer).containsExactly("/v/b/19998");
  }

  @Test
  void makes100FindingsAndNotOneMore() throws UnreadableException {
    assertThat(ContractReader.read(utf8(members(99)), SampleTask::read).findings()).hasSize(99);
    assertThat(ContractReader.read(utf8(members(100)), SampleTask::read).findings()).hasSize(100);
    assertThat(ContractReader.read(utf8(members(101)), SampleTask::read).findings()).hasSize(100);
  }

  @Test
  void readsTheMemberBehindAHundredThousandOthers() throws UnreadableException {
    String others = members(100_000);
    String body = others.substring(0, others.length() - 1) + ",\"id\":\"x\"}";

    assertThat(ContractReader.read(utf8(body), SampleTask::read).value().id()).isEqualTo("x");
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> "\"m" + index + "\":0")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void assertRefused(
      String body, Function<ContractReader, Object> reader, String message) {
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> read(body, reader))
        .withMessage(message)
        .withNoCause();
  }
}
